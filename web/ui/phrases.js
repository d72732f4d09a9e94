// An element's phrases are a sentence in pieces, each with a look of its own. Vecty would keep and compare an element for each
// piece at every draw; so a sentence crosses from Go as one text (kit.Phrases), and its pieces are made here.
const betweenPieces = "\u001e";
const betweenParts = "\u001f"; // of a piece: its look, its text and the address it leads to

Object.defineProperty(HTMLElement.prototype, "phrases", {
  configurable: true,
  set(sentence) {
    this.replaceChildren(...(sentence ? sentence.split(betweenPieces) : []).map(piece));
  },
});

function piece(written) {
  const [look, text, address] = written.split(betweenParts);
  const words = document.createElement(look.endsWith("code") ? "code" : "span");
  if (look) words.className = look;
  words.textContent = text;
  if (!address) return words;
  const link = document.createElement("a");
  link.href = address;
  link.append(words);
  return link;
}
