// The shell is what stands in the page before the program does: a text to read, a bar, and what failed.
import "../ui/phrases.js"; // which the program draws with
import { engine, knocking } from "./doors.js";
import { Failure, load } from "./program.js";
import { Rest } from "./rest.js";
import { lastWords } from "./words.js";

export const byId = (id) => document.getElementById(id);

// What the program and the shell know of each other. The program leaves its text here at every change, since it cannot be
// asked for it once it has stopped: {text, key, fragment}, the key that it is stored under and the address that shows it.
const shell = (globalThis.ociPolicyShell = { will: undefined, restart });

export const will = () => shell.will;

// edits lets the program ask for the script of its editors, as it does when the first verdict stands.
export function edits(src, failed) {
  shell.edit = (come) => script(src).then(() => setTimeout(come), failed);
}

// script is the script of the editors, when it has run.
export const script = (src) =>
  new Promise((loaded, missing) => {
    const node = document.createElement("script");
    node.src = src;
    node.onload = loaded;
    node.onerror = () => missing(new Failure("editor", src));
    document.head.append(node);
  });

// restart starts anew with the text that the program left: from the storage, or where that takes nothing by the address.
export function restart() {
  const { text, key, fragment } = shell.will ?? {};
  if (!stored(key, text)) location.replace(`#${fragment || `src=${encodeURIComponent(text)}`}`);
  location.reload();
}

function stored(key, text) {
  if (!key) return false;
  try {
    localStorage.setItem(key, `${Date.now()}\n${text}`);
    history.replaceState(null, "", location.pathname + location.search);
    return true;
  } catch {
    return false;
  }
}

// run starts the program and moves the bar meanwhile. ready(knock) is waited for before the program begins, which answers to
// knock() from when it says so: a frame has its editors by then.
// It ends only when the program does, which it should not: crashed(kind, error) hears how.
export async function run({ wasm, rest, bytes }, ready, crashed) {
  const go = new globalThis.Go();
  const words = lastWords();
  const later = new Rest(rest);
  const instance = await load(wasm, { ...go.importObject, ...later.imports }, (received) => progress(received, Number(bytes)));
  later.joins(instance);
  globalThis.ociPolicyRest = later.wanted; // the program asks for it when the first verdict stands
  const knock = knocking(go, instance);
  shell.publish = () => (globalThis.ociPolicy = engine(knock)); // which the page by itself calls, and a frame does not
  await ready(knock);
  const exit = new Promise((resolve) => (go.exit = resolve));
  const broken = (error) => crashed(error instanceof RangeError ? "exhausted" : "crash", error);
  addEventListener("error", ({ error }) => isTrap(error) && broken(error));
  go.run(instance).catch(broken);
  const code = await exit;
  const said = words();
  crashed(/out of memory|cannot allocate|stack exceeds/.test(said) ? "exhausted" : "crash", new Error(said || `exit code ${code}`));
}

// isTrap tells an error of the program itself from one of a script.
const isTrap = (error) => error instanceof WebAssembly.RuntimeError || (error instanceof RangeError && /wasm/.test(error.stack));

function progress(received, total) {
  const bar = byId("shell-progress");
  if (!bar) return;
  bar.max = total;
  bar.value = received;
  byId("shell-label").textContent = `Loading the policy engine: ${megabytes(received)} of ${megabytes(total)} MB`;
}

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

// report says what failed in the shell, or over the page when the program had already taken it. The buttons are the ways on.
export function report(error, words, buttons) {
  console.error(error);
  if (document.querySelector(".failure")) return; // what follows a failure says less than the failure
  byId("shell-progress")?.remove();
  byId("shell-label")?.remove();
  globalThis.policyEditor?.deafen();
  const box = document.createElement("div");
  box.className = byId("shell-failure") ? "failure" : "failure crash";
  box.append(element("p", words), ...buttons);
  const place = byId("shell-failure");
  if (!place) box.setAttribute("role", "alert");
  (place || document.body).append(box);
}

// rescue is the ways on with the text that the program left: to copy it, and to start again with it.
export function rescue() {
  const text = shell.will?.text;
  if (!text) return [];
  const copy = button("Copy the text", async () => {
    const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    if (done) copy.textContent = "Copied";
    else copy.replaceWith(field(text)); // a browser that does not let a page copy lets a person
  });
  return [button("Start again", restart), copy];
}

function field(text) {
  const area = document.createElement("textarea");
  Object.assign(area, { value: text, readOnly: true, rows: 6, ariaLabel: "The text" });
  setTimeout(() => area.select());
  return area;
}

// decoded is the text of a link that was written by hand.
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function element(tag, text) {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}

export function button(label, act) {
  const node = element("button", label);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}
