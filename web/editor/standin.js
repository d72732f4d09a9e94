// What stands in an editor's place until somebody comes near: its text, as tall as it will be. An editor takes milliseconds to
// make, and a page may have hundreds of them.
const waiting = new Map(); // the places, with what makes the editor of each
const fresh = new Set(); // places that may be in sight from the start
const near = new Set(); // places whose turn comes
const patience = 30; // milliseconds that go into editors before the page is drawn

// scrollMargin is for panes that scroll. A browser without it makes their editors when they are seen.
const watch = new IntersectionObserver(
  (places) => {
    for (const { target, isIntersecting } of places) isIntersecting && waiting.has(target) ? near.add(target) : near.delete(target);
    setTimeout(makeNext);
  },
  { rootMargin: "600px", scrollMargin: "600px" },
);

// makeNext makes one editor a task: more would hold up a key.
function makeNext() {
  const [next] = near;
  if (!next) return;
  waiting.get(next)();
  setTimeout(makeNext);
}

// makeSeen makes those in sight before anybody sees them without colours, as far as that holds nobody up.
function makeSeen() {
  const seen = [...fresh].filter(inSight);
  fresh.clear();
  const end = performance.now() + patience;
  while (seen.length && performance.now() < end) waiting.get(seen.shift())();
}

function inSight(place) {
  const { top, bottom, height } = place.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight;
}

// Paper has the whole page on it.
addEventListener("beforeprint", () => waiting.forEach((make) => make()));

// stay leaves what stands in as it is, for when nobody would answer an editor.
export function stay() {
  for (const places of [waiting, fresh, near]) places.clear();
  watch.disconnect();
}

// standIn is an editor to whoever has it. The real one is made when it is seen, gets the focus or has something to select; the
// newest of each kind that was told before is kept for it.
export function standIn(parent, { text, label, readOnly }, make) {
  let editor;
  const told = new Map();
  const place = standing(text, label, readOnly);
  const go = () => {
    for (const places of [waiting, fresh, near]) places.delete(place);
    watch.unobserve(place);
    place.remove();
  };
  const become = () => {
    const focused = document.activeElement === place;
    go();
    editor = make();
    for (const [name, value] of told) editor[name](value);
    if (focused) editor.focus();
  };
  const tell = (name) => (value) => (editor ? editor[name](value) : told.set(name, value));
  const others = ["forget", "repaint", "setLit", "setProblems"].map((name) => [name, tell(name)]);
  parent.append(place);
  place.addEventListener("focus", () => waiting.get(place)?.());
  place.addEventListener("mousedown", (event) => {
    if (!waiting.has(place)) return;
    event.preventDefault();
    waiting.get(place)();
    editor.press(event); // the caret goes where the click was
  });
  waiting.set(place, become);
  watch.observe(place);
  if (!fresh.size) queueMicrotask(makeSeen);
  fresh.add(place);
  return {
    ...Object.fromEntries(others),
    setText: (next) => tell("setText")((place.textContent = next)),
    setLabel: (next) => tell("setLabel")((place.ariaLabel = next)),
    setReadOnly: (is) => tell("setReadOnly")((place.ariaReadOnly = is)),
    select: (from, to) => {
      waiting.get(place)?.();
      editor.select(from, to);
    },
    destroy: () => (editor ? editor.destroy() : go()),
  };
}

// standing is a text that a screen reader and the browser's own search find, and that Tab comes to.
function standing(text, label, readOnly) {
  const place = document.createElement("div");
  Object.assign(place, { className: "policy-standin", textContent: text, tabIndex: 0, role: "textbox" });
  Object.assign(place, { ariaLabel: label, ariaMultiLine: "true", ariaReadOnly: readOnly });
  return place;
}
