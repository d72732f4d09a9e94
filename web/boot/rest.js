// The rest of the program: what a first verdict does without. It is fetched when that is on the screen, or on the spot when
// something calls into it before.
import { load } from "./program.js";

const pause = 20_000; // milliseconds until it is asked for again, if the network does not come back before

export class Rest {
  #url;
  #first;
  #here = false;
  #waiting = [];

  constructor(url) {
    this.#url = url;
  }

  // imports are what the first part asks for the rest with, in the middle of a call: 1 says that it is here, 0 that it cannot be had.
  imports = { rest: { bring: () => Number(this.#here || this.#bring()) } };

  // joins tells which program this is the rest of.
  joins({ exports }) {
    this.#first = exports;
  }

  // fetch brings the rest in its own time.
  async fetch() {
    if (!this.#here) await load(this.#url, { first: this.#first });
    this.#arrived();
  }

  // wanted fetches it when the page has time, and again until it is here. come hears of that, late of a first failure.
  wanted = (come, late) => {
    this.#waiting.push(come);
    if (this.#here) return this.#arrived();
    if (globalThis.requestIdleCallback) requestIdleCallback(() => this.#insist(late), { timeout: 1000 });
    else setTimeout(() => this.#insist(late));
  };

  async #insist(late) {
    while (!this.#here) {
      try {
        return await this.fetch();
      } catch {
        late?.();
        late = undefined;
        await new Promise((again) => {
          addEventListener("online", again, { once: true });
          setTimeout(again, pause);
        });
      }
    }
  }

  // bring holds up everything: the program is in the middle of a call.
  #bring() {
    try {
      new WebAssembly.Instance(new WebAssembly.Module(bytesOf(this.#url)), { first: this.#first });
    } catch (error) {
      console.error(error);
      return false;
    }
    this.#arrived();
    return true;
  }

  // Those who wait hear of it when no call is under way.
  #arrived() {
    this.#here = true;
    for (const come of this.#waiting.splice(0)) setTimeout(come);
  }
}

// bytesOf fetches a file while everything waits. Only text comes that way: one character a byte.
function bytesOf(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`${request.status} for ${url}`);
  const text = request.responseText;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
