// What an editor shows beside its text: coloured words, lit ranges and marks in the gutter.
import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, ViewPlugin, gutter } from "@codemirror/view";

export const setTokens = StateEffect.define(); // {numbers: Uint32Array of start, end, class; classes: names}
export const setLit = StateEffect.define(); // [{from, to, class}]
export const setMarks = StateEffect.define(); // [{line, class, label}]

const decorations = new Map();
function mark(className) {
  if (!decorations.has(className)) decorations.set(className, Decoration.mark({ class: className }));
  return decorations.get(className);
}

// tokens draws the words of the lines on the screen only: ten thousand statements cost no more than a screenful.
export const tokens = ViewPlugin.fromClass(
  class {
    decorations = Decoration.none;
    numbers = new Uint32Array();
    classes = [];
    stale = false;

    update(update) {
      // Until Go has read the new text, the words move along with what was typed.
      if (update.docChanged) {
        this.decorations = this.decorations.map(update.changes);
        this.stale = true;
      }
      const sent = update.transactions.flatMap((t) => t.effects).findLast((e) => e.is(setTokens));
      if (sent) Object.assign(this, sent.value, { stale: false });
      if (sent || (update.viewportChanged && !this.stale)) this.decorations = this.visible(update.view);
    }

    visible(view) {
      const { from, to } = view.viewport;
      const end = Math.min(to, view.state.doc.length);
      const ranges = [];
      for (let i = this.firstEndingAfter(from); i < this.numbers.length && this.numbers[i] < end; i += 3) {
        const stop = Math.min(this.numbers[i + 1], end);
        if (stop > this.numbers[i]) ranges.push(mark(this.classes[this.numbers[i + 2]]).range(this.numbers[i], stop));
      }
      return Decoration.set(ranges, true);
    }

    firstEndingAfter(at) {
      let low = 0;
      let high = this.numbers.length / 3;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.numbers[middle * 3 + 1] <= at) low = middle + 1;
        else high = middle;
      }
      return low * 3;
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

// kept is a field that moves along with edits and is replaced by an effect.
function kept(effect, build, provide) {
  return StateField.define({
    create: () => RangeSet.empty,
    update: (value, transaction) => {
      const sent = transaction.effects.findLast((e) => e.is(effect));
      return sent ? build(transaction.state.doc, sent.value) : value.map(transaction.changes);
    },
    provide,
  });
}

export const lit = kept(
  setLit,
  (doc, ranges) =>
    Decoration.set(
      ranges
        .map((r) => ({ ...r, to: Math.min(r.to, doc.length) }))
        .filter((r) => r.to > r.from)
        .map((r) => mark(r.class).range(r.from, r.to)),
      true,
    ),
  (field) => EditorView.decorations.from(field),
);

class Mark extends GutterMarker {
  constructor(className, label) {
    super();
    this.className = className;
    this.label = label;
  }

  eq(other) {
    return this.className === other.className && this.label === other.label;
  }

  toDOM() {
    const dom = document.createElement("span");
    dom.className = `policy-mark ${this.className}`;
    dom.title = this.label;
    return dom;
  }
}

const marked = kept(setMarks, (doc, list) =>
  RangeSet.of(
    list.filter((m) => m.line >= 1 && m.line <= doc.lines).map((m) => new Mark(m.class, m.label).range(doc.line(m.line).from)),
    true,
  ),
);

export const marks = [
  marked,
  gutter({ class: "policy-marks", markers: (view) => view.state.field(marked), initialSpacer: () => new Mark("", "") }),
];
