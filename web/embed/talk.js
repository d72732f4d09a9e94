// The messages between a frame and the page around it; doc.go has the contract.
import { meter } from "./meter.js";

const contract = 1;
const most = 1 << 20; // characters of a text
const wait = 100; // milliseconds, in which sets and changes gather

// talk begins to listen. `host` is the origin that may read, as the frame's address has it; `setTheme` takes a theme.
export function talk(host, setTheme) {
  const allowed = host === "*" ? "*" : originOf(host) ?? location.origin;
  const around = window === parent ? null : parent;
  const reads = around && isAround(allowed, host);
  const admits = meter(30, 1000);
  let doors; // to the engine, when it runs
  let coming; // the set to be shown
  let going = 0; // the timer of what is to be told
  let before = {}; // what was told last

  const post = (target, to, type, data) => target?.postMessage({ ociPolicy: contract, type, ...data }, to);
  const tell = (type, data) => post(around, "*", type, data);
  const fail = (code, message, id) => tell("error", { code, message, id });

  const show = () => {
    const { text, fragment } = coming;
    coming = undefined;
    const { error } = text === undefined ? doors.open(fragment) : doors.set(text);
    if (error) fail("link", error);
  };

  // report tells what changed. Words of the scenario go to the allowed origin alone.
  const report = () => {
    going = 0;
    if (!reads || !doors) return;
    const now = doors.work();
    const answer = doors.answer();
    if (now.text && before.text && now.text !== before.text) post(around, allowed, "change", now);
    const told = JSON.stringify(answer, inOrder);
    if (told !== before.answer && answer.verdict) post(around, allowed, "verdict", { answer });
    before = { text: now.text, answer: told };
  };

  const orders = {
    set: ({ text, fragment, id }) => {
      const given = text ?? fragment;
      if (typeof given !== "string") return fail("type", "set needs a text or a fragment", id);
      if (given.length > most) return fail("size", `a text has at most ${most} characters`, id);
      if (!coming && doors) setTimeout(show, wait);
      coming = { text, fragment };
    },
    get: ({ id }, from) => {
      if (allowed !== "*" && from !== allowed) return fail("origin", "the frame's address does not name this origin as host", id);
      if (!doors) return fail("idle", "the engine does not run", id);
      const now = doors.work();
      if (now.error) return fail("size", now.error, id);
      post(around, from === "null" ? "*" : from, "change", { ...now, id });
    },
    theme: ({ theme }) => setTheme(theme),
    focus: () => doors?.focus(),
  };

  addEventListener("message", ({ source, origin, data }) => {
    if (!around || source !== around || data === null || typeof data !== "object" || !Object.hasOwn(data, "ociPolicy")) return;
    const over = admits();
    if (over) return over === "first" && fail("flood", "too many messages; some are passed over");
    const id = typeof data.id === "number" || (typeof data.id === "string" && data.id.length <= 100) ? data.id : undefined;
    if (data.ociPolicy !== contract) return fail("version", `this frame speaks version ${contract}`, id);
    if (!Object.hasOwn(orders, data.type)) return fail("type", "no such type of message", id);
    orders[data.type]({ ...data, id }, origin);
  });

  return {
    tell,
    fail,
    started: (given, view) => {
      doors = given;
      tell("ready", { version: doors.version, view });
      if (coming) show();
      report();
    },
    changed: () => (going ||= setTimeout(report, wait)),
  };
}

// inOrder puts the parts of an object in one order: Go hands them over in any.
function inOrder(_, value) {
  return value?.constructor === Object ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
}

function originOf(host) {
  try {
    return new URL(host).origin;
  } catch {
    return undefined;
  }
}

// isAround tells whether the page around is the allowed one, where the browser tells. Where it does not, the browser alone sees
// to it, and says on that page's console what it kept back: so it is asked only if the address names a host.
function isAround(allowed, host) {
  const around = location.ancestorOrigins?.[0];
  return allowed === "*" || (around ? around === allowed : Boolean(host));
}
