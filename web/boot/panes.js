// The lines between panes, which share out the space on both sides: dragged, or moved by arrow keys (WAI-ARIA window splitter).
// What is chosen lives in custom properties of the page that the style sheet reads, and is kept in the browser.
const key = "oci-policy-playground/panes";
const least = 160; // pixels that a pane keeps
const step = 24;
const across = ["policies", "tenancy", "request"];
const down = ["top", "bottom"];

let shares = read();
apply();

addEventListener("pointerdown", (event) => {
  const line = event.target.closest?.("[data-split]");
  if (!line || event.button !== 0) return;
  event.preventDefault();
  line.focus();
  line.setPointerCapture(event.pointerId);
  let last = place(line, event);
  const move = (event) => {
    const now = place(line, event);
    last += shift(line, now - last);
  };
  line.addEventListener("pointermove", move);
  line.addEventListener("lostpointercapture", () => line.removeEventListener("pointermove", move), { once: true });
});

addEventListener("dblclick", (event) => {
  if (event.target.closest?.("[data-split]")) reset();
});

addEventListener("keydown", (event) => {
  const line = event.target.closest?.("[data-split]");
  if (!line || event.defaultPrevented) return;
  const [less, more] = isAcross(line) ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
  const moves = { [less]: -step, [more]: step, Home: -Infinity, End: Infinity };
  if (event.key === "Enter") reset();
  else if (event.key in moves) shift(line, moves[event.key]);
  else return;
  event.preventDefault();
});

addEventListener("focusin", (event) => {
  const line = event.target.closest?.("[data-split]");
  if (line) tell(line);
});

const isAcross = (line) => line.getAttribute("aria-orientation") === "vertical";
const place = (line, event) => (isAcross(line) ? event.clientX : event.clientY);

// sizes are the pixels of the panes along a line's direction.
function sizes(line) {
  const size = (id, side) => document.getElementById(id)?.getBoundingClientRect()[side] ?? 0;
  return isAcross(line) ? across.map((id) => size(id, "width")) : [size("policies", "height"), size("why", "height")];
}

// shift moves a line as far as the panes beside it give way, and says how far that was.
function shift(line, by) {
  const now = sizes(line);
  const at = isAcross(line) ? across.indexOf(line.dataset.split) : 0;
  const done = Math.max(Math.min(by, now[at + 1] - least), least - now[at]);
  now[at] += done;
  now[at + 1] -= done;
  (isAcross(line) ? across : down).forEach((name, i) => (shares[name] = Math.round(now[i])));
  apply();
  tell(line);
  keep();
  return done;
}

function reset() {
  for (const name of Object.keys(shares)) document.documentElement.style.removeProperty(`--${name}`);
  shares = {};
  keep();
}

function apply() {
  for (const [name, share] of Object.entries(shares)) document.documentElement.style.setProperty(`--${name}`, `${share}fr`);
}

// tell gives the share of the pane before the line, in percent.
function tell(line) {
  const now = sizes(line);
  const at = isAcross(line) ? across.indexOf(line.dataset.split) : 0;
  line.setAttribute("aria-valuenow", Math.round((100 * now[at]) / (now[at] + now[at + 1] || 1)));
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(key)) ?? {};
    return Object.fromEntries([...across, ...down].filter((name) => kept[name] > 0 && kept[name] < 1e5).map((name) => [name, kept[name]]));
  } catch {
    return {}; // a page in a sandbox has no storage
  }
}

function keep() {
  try {
    localStorage.setItem(key, JSON.stringify(shares));
  } catch {
    // then the sizes last as long as the page
  }
}
