// Starts the page: the program, and when that fails the reason and what can be done.
// The names and the size of the program come from this script's own attributes: the build puts them there.
import "wasm_exec"; // of the Go that compiled the program; defines globalThis.Go
import { sentence } from "./failures.js";
import "./focus.js";
import { keep } from "./offline.js";
import "./panes.js";
import { kindOf } from "./program.js";
import { button, byId, decoded, edits, report, rescue, run, will } from "./shell.js";

const { dataset } = document.currentScript;
const stopped = (error) => failed(kindOf(error), error);

showLinkedText();
edits(dataset.editor, stopped);
run(dataset, keep, failed).catch(stopped);

function failed(kind, error) {
  const ways = will() ? [...rescue(), button("Start with an example", () => show(safe))] : [button("Try again", () => location.reload())];
  if (!will() && location.hash) ways.push(button("Open without the link", () => show("")));
  report(error, sentence(kind, error.message), ways);
}

const safe = "#example=pull-image"; // what a text that stops the engine leaves in storage stays there

function show(fragment) {
  history.replaceState(null, "", location.pathname + location.search + fragment);
  location.reload();
}

// showLinkedText puts a shared text on the page at once. A compressed link needs the engine, so nothing else is shown in its place.
function showLinkedText() {
  const fragment = location.hash.slice(1);
  if (!fragment || /^(example=|catalog\/)/.test(fragment)) return;
  byId("shell-heading").textContent = "The shared policy";
  byId("shell-text").textContent = fragment.startsWith("src=") ? decoded(fragment.slice(4)) : "Its text appears when the engine has loaded.";
}
