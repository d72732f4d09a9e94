// The card that explains a word: under the pointer, or at the caret when a key asks for it.
import { StateEffect, StateField } from "@codemirror/state";
import { EditorView, showTooltip } from "@codemirror/view";

const setCard = StateEffect.define(); // a tooltip or null

// card is the one that a key asked for. It goes when the text or the caret does.
export const card = StateField.define({
  create: () => null,
  update(shown, transaction) {
    for (const effect of transaction.effects) if (effect.is(setCard)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : shown;
  },
  provide: (field) => showTooltip.from(field),
});

// showCard shows what there is to say about the word at the caret, and reads it out.
export function showCard(view, hover) {
  const at = view.state.selection.main.head;
  const text = hover(at);
  if (text) view.dispatch({ effects: [setCard.of(tooltip(at, text)), EditorView.announce.of(text.replaceAll("`", ""))] });
  return true;
}

export function hideCard(view) {
  if (!view.state.field(card)) return false;
  view.dispatch({ effects: setCard.of(null) });
  return true;
}

export function tooltip(at, text) {
  return text ? { pos: at, above: true, create: () => ({ dom: paragraphs(text, "policy-hover") }) } : null;
}

// paragraphs draws lines: what stands in backquotes as code, an address as a link.
export function paragraphs(text, className) {
  const box = document.createElement("div");
  box.className = className;
  for (const line of text.split("\n")) box.appendChild(line.startsWith("https://") ? link(line) : sentence(line));
  return box;
}

function sentence(line) {
  const p = document.createElement("p");
  line.split("`").forEach((words, i) => p.append(i % 2 ? code(words) : words));
  return p;
}

function code(words) {
  const c = document.createElement("code");
  c.textContent = words;
  return c;
}

function link(address) {
  const a = document.createElement("a");
  Object.assign(a, { href: address, target: "_blank", rel: "noopener noreferrer", textContent: "Oracle's page" });
  return a;
}
