// The text that stands in a frame until the engine runs, which for a run=click frame may be never.
import { byId, decoded } from "../boot/shell.js";

export async function poster(posters) {
  const fragment = location.hash.slice(1);
  byId("shell-away").href = `./${location.hash}`;
  byId("shell-text").textContent = await textOf(fragment, posters);
}

async function textOf(fragment, posters) {
  if (fragment.startsWith("src=")) return statements(decoded(fragment.slice(4)));
  if (fragment.startsWith("p1.")) return "A packed scenario. Its policies appear when the engine runs.";
  const name = fragment === "" ? "" : decoded(fragment.replace(/^example=/, ""));
  const all = await fetch(posters).then((answer) => answer.json(), () => ({}));
  return Object.hasOwn(all, name) ? all[name] : "A scenario. Its policies appear when the engine runs.";
}

// statements are the policies of an archive; a text without sections is one policy.
export function statements(text) {
  const sections = text.split(/^-- (.+) --\n/m);
  if (sections.length < 3) return text;
  return sections.filter((_, i) => i > 0 && i % 2 === 0 && sections[i - 1].endsWith(".policy")).join("\n").trim();
}
