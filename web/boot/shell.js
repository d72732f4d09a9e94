// The shell is what stands in the page before the program does: a text to read, a bar, and what failed.
import { load } from "./program.js";

export const byId = (id) => document.getElementById(id);

// run starts the program and moves the bar meanwhile. ready() is waited for in between: the program needs what it brings.
// It ends only when the program does, which it should not.
export async function run({ wasm, bytes }, ready, crashed) {
  const go = new globalThis.Go();
  const instance = await load(wasm, go.importObject, (received) => progress(received, Number(bytes)));
  await ready();
  const exit = new Promise((resolve) => (go.exit = resolve));
  addEventListener("error", (event) => event.error instanceof WebAssembly.RuntimeError && crashed(event.error));
  go.run(instance).catch(crashed);
  crashed(new Error(`exit code ${await exit}`));
}

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
  const box = document.createElement("div");
  box.className = byId("shell-failure") ? "failure" : "failure crash";
  box.append(element("p", words), ...buttons);
  const place = byId("shell-failure");
  if (!place) box.setAttribute("role", "alert");
  (place || document.body).append(box);
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
