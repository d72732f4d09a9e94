// What other scripts may ask the program: functions that it exports (wasm/door.go). Texts go in by its memory, as UTF-8; an answer
// comes as JSON behind its length.
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const most = 1 << 24; // characters, of which the engine reads a part and says so

// knocking gives a function that calls a door of a program, by name, and gives what it answers.
export const knocking = (go, { exports }) => (door, ...texts) => {
  if (texts.some((text) => typeof text !== "string")) return { error: `input: ${texts.length > 1 ? "two texts are" : "a text is"} expected` };
  if (texts.some((text) => text.length > most)) return { error: "input: a text is too long" };
  runs(go);
  const parts = texts.map((text) => encoder.encode(text));
  let at = exports.room(parts.reduce((sum, part) => sum + part.length, 0)) >>> 0;
  for (const part of parts) {
    new Uint8Array(exports.mem.buffer, at, part.length).set(part);
    at += part.length;
  }
  const answer = exports[door](parts[0]?.length) >>> 0; // where the second text begins
  runs(go); // still
  const length = new DataView(exports.mem.buffer).getUint32(answer, true);
  return JSON.parse(decoder.decode(new Uint8Array(exports.mem.buffer, answer + 4, length)));
};

function runs(go) {
  if (go.exited) throw new Error("internal: the engine has stopped");
}

// engine is the doors of wasm/api.go.
export const engine = (knock) => ({
  get version() {
    return knock("version").version;
  },
  analyze: (archive) => knock("analyze", archive),
  decide: (archive, sentence) => knock("decide", archive, sentence),
  link: (archive) => knock("link", archive),
  open: (fragment) => knock("open", fragment),
});
