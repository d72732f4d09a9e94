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
export function showCard(view, on) {
  const at = view.state.selection.main.head;
  const shown = tooltip(at, on, true);
  if (shown) view.dispatch({ effects: [setCard.of(shown), EditorView.announce.of(shown.text.replaceAll("`", ""))] });
  return true;
}

export function hideCard(view) {
  if (!view.state.field(card)) return false;
  view.dispatch({ effects: setCard.of(null) });
  return true;
}

// tooltip asks for the card of the word at a place; asked says that somebody did.
export function tooltip(at, on, asked = false) {
  const found = on.hover(at, asked);
  if (!found) return null;
  const draw = () => {
    const dom = paragraphs(found.text, "policy-hover");
    dom.append(...found.acts.map((title, i) => button(title, () => on.act(at, i))));
    return { dom };
  };
  return { pos: at, above: true, text: found.text, create: draw };
}

function button(title, act) {
  const b = document.createElement("button");
  Object.assign(b, { type: "button", className: "policy-act", textContent: title, onclick: act });
  return b;
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
