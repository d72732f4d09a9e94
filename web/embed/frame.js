// The script of embed.html: reads the address, shows a text until the engine runs, and speaks with the page around.
import "wasm_exec"; // of the Go that compiled the program; defines globalThis.Go
import { sentence } from "../boot/failures.js";
import { kindOf } from "../boot/program.js";
import { button, byId, report, rescue, run, script, will } from "../boot/shell.js";
import { setTheme, takeBack, yieldWheel } from "./guest.js";
import { followHeight } from "./height.js";
import { poster } from "./poster.js";
import { talk } from "./talk.js";

const { dataset } = document.currentScript;
const query = new URLSearchParams(location.search);
const crossed = () => self.origin === "null"; // a sandbox; then even this site's own files are another origin's

setTheme(query.get("theme"));
const page = talk(query.get("host"), setTheme);

let knock;

globalThis.ociPolicyHost = {
  view: query.get("view") ?? "",
  readOnly: query.get("readonly") === "1",
  started: () => page.started(doors(knock), globalThis.ociPolicyHost.view),
  changed: () => page.changed(),
};

addEventListener("DOMContentLoaded", () => {
  yieldWheel();
  takeBack();
  followHeight((height) => page.tell("height", { height }));
  poster(dataset.posters);
  if (query.get("run") !== "click") return start();
  byId("shell-run").hidden = false;
  byId("shell-run").addEventListener("click", start, { once: true });
});

// doors are what wasm/embed.go opens.
const doors = (knock) => ({
  version: knock("version").version,
  work: () => knock("frameWork"),
  answer: () => knock("frameAnswer"),
  set: (text) => knock("frameSet", text),
  open: (fragment) => knock("frameOpen", fragment),
  focus: () => knock("frameFocus"),
});

function start() {
  byId("shell-run").hidden = true;
  byId("shell-loading").hidden = false;
  const editor = script(dataset.editor);
  editor.catch(() => {}); // run waits for it later
  run(dataset, (way) => ((knock = way), editor), failed).catch((error) => failed(kindOf(error), error));
}

function failed(kind, error) {
  const words = sentence(kind === "network" && crossed() ? "sandbox" : kind, error.message);
  report(error, words, will() ? rescue() : [button("Try again", () => location.reload())]);
  page.fail("load", words);
}
