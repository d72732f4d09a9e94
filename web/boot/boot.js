// Fetches the program with a progress bar, starts it, and when that fails says why and what can be done.
// The names and the size of the program come from this script's own attributes: the build puts them there.
import "wasm_exec"; // of the Go that compiled the program; defines globalThis.Go
import { sentence } from "./failures.js";
import "./panes.js";

const script = document.currentScript;
const byId = (id) => document.getElementById(id);

class Failure extends Error {
  constructor(kind, detail) {
    super(detail);
    this.kind = kind;
  }
}

showLinkedText();
const parsed = new Promise((done) => document.addEventListener("DOMContentLoaded", done));
start().catch((error) => report(kindOf(error), error));

async function start() {
  if (typeof WebAssembly !== "object") throw new Failure("unsupported", "no WebAssembly");
  const go = new globalThis.Go();
  const instance = await load(script.dataset.wasm, Number(script.dataset.bytes), go.importObject);
  await parsed; // by now every deferred script has run
  if (!globalThis.policyEditor) throw new Failure("editor", "policyEditor is not defined");
  const exit = new Promise((resolve) => (go.exit = resolve));
  addEventListener("error", (event) => event.error instanceof WebAssembly.RuntimeError && report("crash", event.error));
  go.run(instance).catch((error) => report("crash", error));
  report("crash", new Error(`exit code ${await exit}`));
}

// load keeps the browser's own streaming compiler (and its code cache) and counts on a copy of the stream.
async function load(url, total, imports) {
  const response = await fetch(url).catch((error) => {
    throw new Failure("network", error.message);
  });
  if (!response.ok) throw new Failure("missing", `${response.status} for ${response.url}`);
  const type = response.headers.get("Content-Type") || "no type";
  const typed = type.startsWith("application/wasm");
  const copy = response.clone();
  const wasm = typed ? response : new Response(response.body, { headers: { "Content-Type": "application/wasm" } });
  const compiled = WebAssembly.instantiateStreaming(wasm, imports);
  compiled.catch(() => {}); // the copy may know a better reason; it is asked first
  const begins = await count(copy.body.getReader(), total);
  if (begins !== "0061736d") throw typed ? new Failure("magic", begins) : new Failure("type", type);
  return (await compiled).instance;
}

// count moves the bar and returns the first four bytes, which tell a WebAssembly module from an error page.
async function count(reader, total) {
  let begins = [];
  for (let received = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return begins.map((b) => b.toString(16).padStart(2, "0")).join("");
    if (begins.length < 4) begins = [...begins, ...value.slice(0, 4 - begins.length)];
    progress((received += value.length), total);
  }
}

function progress(received, total) {
  const bar = byId("shell-progress");
  if (!bar) return;
  bar.max = total;
  bar.value = received;
  byId("shell-label").textContent = `Loading the policy engine: ${megabytes(received)} of ${megabytes(total)} MB`;
}

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

function kindOf(error) {
  if (error instanceof Failure) return error.kind;
  if (/Content Security Policy|unsafe-eval/i.test(error.message)) return "policy";
  if (error instanceof RangeError || /memory/i.test(error.message)) return "memory";
  return "compile";
}

// report says what failed in the shell, or over the page when the program had already taken it.
function report(kind, error) {
  console.error(error);
  if (document.querySelector(".failure")) return; // what follows a failure says less than the failure
  byId("shell-progress")?.remove();
  byId("shell-label")?.remove();
  const box = document.createElement("div");
  box.className = byId("shell-failure") ? "failure" : "failure crash";
  box.append(element("p", sentence(kind, error.message)), button("Try again", () => location.reload()));
  if (location.hash) box.append(button("Open without the link", () => location.replace(location.pathname)));
  const place = byId("shell-failure");
  if (!place) box.setAttribute("role", "alert");
  (place || document.body).append(box);
}

// showLinkedText puts a shared text on the page at once. A compressed link needs the engine, so nothing else is shown in its place.
function showLinkedText() {
  const fragment = location.hash.slice(1);
  if (!fragment || /^(example=|catalog\/)/.test(fragment)) return;
  byId("shell-heading").textContent = "The shared policy";
  byId("shell-text").textContent = fragment.startsWith("src=") ? decoded(fragment.slice(4)) : "Its text appears when the engine has loaded.";
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function element(tag, text) {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}

function button(label, act) {
  const node = element("button", label);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}
