// What the program says before it stops: the runtime of Go writes why, and then only gives a number.

// lastWords begins to listen, and gives a function for the reason that was written last, "" where none was.
export function lastWords() {
  const { fs } = globalThis; // of wasm_exec, which prints it on the console
  const write = fs.writeSync;
  const decoder = new TextDecoder();
  let written = "";
  fs.writeSync = (file, bytes) => {
    written = (written + decoder.decode(bytes, { stream: true })).slice(-kept);
    return write.call(fs, file, bytes);
  };
  return () => written.match(/^(?:panic|fatal error): (.*)/m)?.[1].slice(0, most) ?? "";
}

const kept = 1 << 16; // characters, of which a trace of calls may follow the reason
const most = 200;
