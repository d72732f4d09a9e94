// Fetches and compiles the program, and tells the ways in which that fails from each other.

export class Failure extends Error {
  constructor(kind, detail) {
    super(detail);
    this.kind = kind;
  }
}

// load keeps the browser's own streaming compiler (and its code cache) and counts on a copy of the stream.
// progress(received) hears of every piece.
export async function load(url, imports, progress = () => {}) {
  if (typeof WebAssembly !== "object") throw new Failure("unsupported", "no WebAssembly");
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
  const begins = await count(copy.body.getReader(), progress);
  if (begins !== "0061736d") throw typed ? new Failure("magic", begins) : new Failure("type", type);
  return (await compiled).instance;
}

// count reads to the end and returns the first four bytes, which tell a WebAssembly module from an error page.
async function count(reader, progress) {
  let begins = [];
  for (let received = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return begins.map((b) => b.toString(16).padStart(2, "0")).join("");
    if (begins.length < 4) begins = [...begins, ...value.slice(0, 4 - begins.length)];
    progress((received += value.length));
  }
}

export function kindOf(error) {
  if (error instanceof Failure) return error.kind;
  if (/Content Security Policy|unsafe-eval/i.test(error.message)) return "policy";
  if (error instanceof RangeError || /memory/i.test(error.message)) return "memory";
  return "compile";
}
