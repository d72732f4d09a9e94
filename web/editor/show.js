// What an editor shows beside its text: coloured words, lit ranges and marks in the gutter.
import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, ViewPlugin, gutter } from "@codemirror/view";

export const repaint = StateEffect.define(); // the words or the marks are others now
export const setLit = StateEffect.define(); // [{from, to, class}]

const decorations = new Map();
function mark(className) {
  if (!decorations.has(className)) decorations.set(className, Decoration.mark({ class: className }));
  return decorations.get(className);
}

// painter colours the words and marks the lines that are on the screen, and asks for those alone: ten thousand statements
// cost no more than a screenful. paint(from, to) answers {numbers: Uint32Array of start, end, class; classes: names;
// marks: [{at, class, label}]}, or null while Go has not read the newest text.
const painter = (paint) =>
  ViewPlugin.define(
    () => ({
      words: Decoration.none,
      marks: RangeSet.empty,
      stale: true,

      update(update) {
        if (update.docChanged) {
          this.words = this.words.map(update.changes); // until Go has read it
          this.marks = this.marks.map(update.changes);
          this.stale = true;
        }
        const asked = update.transactions.some((t) => t.effects.some((e) => e.is(repaint)));
        if (asked || (update.viewportChanged && !this.stale)) this.show(update.view);
      },

      show(view) {
        const { from, to } = view.viewport;
        const found = paint(from, to);
        if (!found) return;
        const end = view.state.doc.length;
        this.stale = false;
        this.words = words(found, end);
        this.marks = RangeSet.of(found.marks.filter((m) => m.at <= end).map((m) => new Mark(m.class, m.label).range(view.state.doc.lineAt(m.at).from)), true);
      },
    }),
    { decorations: (plugin) => plugin.words },
  );

function words({ numbers, classes }, end) {
  const ranges = [];
  for (let i = 0; i < numbers.length; i += 3) {
    const stop = Math.min(numbers[i + 1], end);
    if (stop > numbers[i]) ranges.push(mark(classes[numbers[i + 2]]).range(numbers[i], stop));
  }
  return Decoration.set(ranges, true);
}

// paints are the words and the gutter with the marks.
export function paints(paint) {
  const plugin = painter(paint);
  return [plugin, gutter({ class: "policy-marks", markers: (view) => view.plugin(plugin)?.marks ?? RangeSet.empty, initialSpacer: () => new Mark("", "") })];
}

export const lit = StateField.define({
  create: () => Decoration.none,
  update: (value, transaction) => {
    const sent = transaction.effects.findLast((e) => e.is(setLit));
    return sent ? litRanges(transaction.state.doc.length, sent.value) : value.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const litRanges = (end, ranges) =>
  Decoration.set(
    ranges
      .map((r) => ({ ...r, to: Math.min(r.to, end) }))
      .filter((r) => r.to > r.from)
      .map((r) => mark(r.class).range(r.from, r.to)),
    true,
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
