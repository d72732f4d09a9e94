// The text editor of the playground: CodeMirror, told by Go what to show and telling Go what was typed.
// Nothing here knows the policy language: words, problems, marks and advice all come from outside as offsets and texts.
// Offsets are UTF-16 code units; looks are class names, given a look by style sheets only (the page's CSP blocks inline style).
import { autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { forEachDiagnostic, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState } from "@codemirror/state";
import { EditorView, closeHoverTooltips, highlightSpecialChars, hoverTooltip, keymap, lineNumbers, tooltips } from "@codemirror/view";
import { card, hideCard, paragraphs, showCard, tooltip } from "./card.js";
import { lit, paints, repaint, setLit } from "./show.js";
import { standIn, stay } from "./standin.js";

// A page inside of another is as tall as what is in it: there a list or card is part of the page, which grows for it.
const grows = document.documentElement.classList.contains("guest");
const fromOutside = Annotation.define(); // a change that Go made and need not be told of

// create puts an editor in an element, or what stands in for it. `on` holds what Go wants to hear and is asked:
// change(from, to, insert), fix(problem, fix), paint(from, to), hover(at, asked), act(at, act), complete(at, asked), go(at) and rename(at).
const create = (parent, options, on) => standIn(parent, options, () => made(parent, options, on));

function made(parent, { text, label, readOnly }, on) {
  const past = new Compartment();
  const writable = new Compartment();
  const named = new Compartment();
  const fixes = fixing();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: lines(text),
      extensions: [
        EditorView.cspNonce.of("editor"),
        EditorState.lineSeparator.of("\n"), // so that an offset here is an offset in the text Go has
        EditorView.clipboardInputFilter.of((pasted) => pasted.replace(/\r\n?/g, "\n")),
        past.of(history()),
        writable.of(EditorState.readOnly.of(readOnly)),
        named.of(name(label)),
        lineNumbers(),
        paints((from, to) => on.paint(from, to)),
        lit,
        EditorView.lineWrapping,
        highlightSpecialChars({ addSpecialChars: unseen }),
        bracketMatching(),
        closeBrackets(),
        search({ top: true }),
        autocompletion({
          override: [(context) => completions(context, on.complete)],
          icons: false,
          optionClass: (option) => option.type,
          activateOnCompletion: (option) => option.apply.endsWith(" "), // something must follow: offer it
        }),
        hoverTooltip((_, at) => tooltip(at, on), { hideOnChange: true }),
        tooltips({ position: grows ? "absolute" : "fixed" }),
        card,
        keymap.of([
          { key: "Mod-i", run: (view) => showCard(view, on) },
          { key: "Escape", run: hideCard },
          { key: "F12", run: (view) => called(view, on.go) },
          { key: "F2", run: (view) => called(view, on.rename) },
          { key: "F8", run: nextDiagnostic, shift: previousDiagnostic },
          { key: "Mod-.", run: fixes.key },
          // Tab is not bound: it leaves the editor, as a keyboard user expects.
          ...[closeBracketsKeymap, defaultKeymap, undoKeymap, searchKeymap, completionKeymap].flat(),
        ]),
        EditorView.updateListener.of((update) => reported(update, on) && fixes.typed()),
        EditorView.domEventHandlers({ mousedown: (event, view) => followed(event, view, on.go) }),
        typedOver,
      ],
    }),
  });
  const send = later(view);
  const deafen = () => {
    for (const asked in on) on[asked] = () => null; // a question that was put off may still come
    closeCompletion(view);
    hideCard(view);
    view.dispatch({ effects: closeHoverTooltips });
  };
  const forget = () => {
    view.dispatch({ effects: past.reconfigure([]) });
    view.dispatch({ effects: past.reconfigure(history()) });
  };
  editors.add(deafen);
  return {
    setText: (next) => replaceText(view, next) && forget(),
    forget,
    setReadOnly: (is) => send("readOnly", () => ({ effects: writable.reconfigure(EditorState.readOnly.of(is)) })),
    setLabel: (next) => send("label", () => ({ effects: named.reconfigure(name(next)) })),
    repaint: () => send("repaint", () => ({ effects: repaint.of(null) })),
    setLit: (ranges) => send("lit", () => ({ effects: setLit.of(ranges) })),
    setProblems: (list) => {
      send("problems", (state) => setDiagnostics(state, list.map((p, i) => diagnostic(p, i, state.doc.length, on))));
      queueMicrotask(() => fixes.told(view));
    },
    select: (from, to) => {
      const end = view.state.doc.length;
      view.dispatch({ selection: { anchor: Math.min(from, end), head: Math.min(to, end) }, scrollIntoView: true });
      view.focus();
    },
    focus: () => view.focus(),
    press: (event) => view.contentDOM.dispatchEvent(new MouseEvent(event.type, event)),
    destroy: () => {
      send.stop();
      deafen();
      editors.delete(deafen);
      view.destroy();
    },
  };
}

// unseen are characters that take no room or turn around what is beside them; a person is to see them.
const unseen = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\u{e0000}-\u{e0fff}]/u;

const lines = (text) => EditorState.create({ doc: text, extensions: EditorState.lineSeparator.of("\n") }).doc;

const name = (label) => EditorView.contentAttributes.of({ "aria-label": label });

// later gathers what is to be shown and shows it in a microtask: Go answers from inside an update, where CodeMirror
// allows no other. The newest of each kind wins.
function later(view) {
  const waiting = new Map();
  const show = () => {
    const specs = [...waiting.values()];
    waiting.clear();
    view.dispatch(...specs.map((spec) => spec(view.state)));
  };
  const send = (kind, spec) => {
    if (waiting.size === 0) queueMicrotask(show);
    waiting.set(kind, spec);
  };
  send.stop = () => waiting.clear();
  return send;
}

// replaceText changes only what differs, so that the caret and the scroll position stay meaningful, and tells whether anything did.
// What came from outside may have changed other texts, too, so only the page can take it back: the editor forgets what was before.
function replaceText(view, next) {
  const before = view.state.doc.toString();
  if (before === next) return false;
  let from = 0;
  const shorter = Math.min(before.length, next.length);
  while (from < shorter && before[from] === next[from]) from++;
  let tail = 0;
  while (tail < shorter - from && before[before.length - 1 - tail] === next[next.length - 1 - tail]) tail++;
  const insert = lines(next.slice(from, next.length - tail));
  view.dispatch({ changes: { from, to: before.length - tail, insert }, annotations: fromOutside.of(true) });
  return true;
}

// undoKeymap leaves a key to the page where the editor has nothing to take back.
const undoKeymap = historyKeymap.map((binding) => ({ ...binding, preventDefault: false }));

// reported tells Go what a person typed, and whether anything was.
function reported(update, on) {
  if (!update.docChanged || update.transactions.some((t) => t.annotation(fromOutside))) return false;
  on.change(...edit(update));
  return true;
}

// edit is what was put where, as one stretch: a policy of ten thousand statements must not cross with every letter. The stretch
// splits no character of two units, which Go could not cut either.
function edit(update) {
  const before = update.startState.doc;
  const after = update.state.doc;
  let from = before.length;
  let to = 0;
  let end = 0;
  update.changes.iterChangedRanges((fromA, toA, _, toB) => {
    from = Math.min(from, fromA);
    to = toA;
    end = toB;
  });
  if (splits(before, from) || splits(after, from)) from--;
  if (splits(before, to) || splits(after, end)) {
    to++;
    end++;
  }
  return [from, to, after.sliceString(from, end)];
}

const splits = (doc, at) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(doc.sliceString(at - 1, at + 1));

// diagnostic is a problem as CodeMirror wants it; numbers past the text are cut, since the text may have moved on.
function diagnostic(problem, index, end, on) {
  return {
    from: Math.min(problem.from, end),
    to: Math.min(problem.to, end),
    severity: problem.severity,
    message: problem.message,
    renderMessage: () => paragraphs(problem.message, "policy-problem"),
    actions: problem.fixes.map((title, i) => ({ name: title, apply: () => on.fix(index, i) })),
  };
}

// fixing is the key for a fix. Of words just typed the problems are not told yet: then the fix comes with them.
function fixing() {
  let untold = false;
  let asked = false;
  return {
    typed: () => {
      untold = true;
      asked = false;
    },
    told: (view) => {
      const now = asked;
      untold = asked = false;
      if (now) fixHere(view);
    },
    key: (view) => {
      asked = untold;
      return asked || fixHere(view);
    },
  };
}

// fixHere applies the first fix of the problem at the caret.
function fixHere(view) {
  const at = view.state.selection.main.head;
  let found;
  forEachDiagnostic(view.state, (d, from, to) => {
    if (!found && from <= at && at <= to) found = d.actions?.[0];
  });
  found?.apply(view);
  return Boolean(found);
}

// typedOver takes a selection away before the browser puts a letter in its place: left to do both, it gives the letter the
// look of the old words as inline style, which the page's CSP blocks and reports.
const typedOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    if (event.inputType !== "insertText" || view.composing || view.state.readOnly || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(""), { userEvent: "input.type" });
    return false;
  },
});

// called tells Go that something was asked for at the caret.
function called(view, tell) {
  tell(view.state.selection.main.head);
  return true;
}

// followed is a click with Ctrl or Cmd held.
function followed(event, view, go) {
  if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false;
  const at = view.posAtCoords(event);
  if (at === null) return false;
  event.preventDefault();
  go(at);
  return true;
}

// completions asks Go at every key. A word that is written out needs no list, which would take the Enter behind it.
function completions(context, complete) {
  const items = complete(context.pos, context.explicit);
  if (!items?.length) return null;
  const { from, to } = items[0];
  const written = context.state.sliceDoc(from, to);
  if (!context.explicit && from < to && items.some((i) => i.apply.trimEnd() === written)) return null;
  const options = items.map(({ label, detail, info, type, apply }) => ({ label, detail, info: info || undefined, type, apply }));
  return { from, to, options, filter: false };
}

const editors = new Set(); // how each ceases to offer what nobody would answer

// deafen is for when Go has ended, perhaps amid an update, where CodeMirror allows no other.
function deafen() {
  stay();
  queueMicrotask(() => editors.forEach((cease) => cease()));
}

globalThis.policyEditor = { create, deafen };
