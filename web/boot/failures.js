// One sentence on what went wrong and one on what can be done, for each way of not starting.
const sentences = {
  unsupported: () => "This browser has no WebAssembly, which the policy engine needs. A current Firefox, Chrome, Edge or Safari opens the page.",
  network: () => "The policy engine could not be fetched: the network did not answer. Check the connection and try again.",
  missing: (detail) => `The policy engine is not where this page expects it (${detail}). If the site was just updated, loading it again finds the new one.`,
  type: (detail) => `The server sent something else (${detail}) in place of the policy engine. Its .wasm files should be served as application/wasm.`,
  magic: () => "What arrived is not a WebAssembly program, so it was damaged or replaced on its way. Loading it again usually helps; a proxy that rewrites files does not.",
  policy: () => "A Content-Security-Policy forbids WebAssembly here. The site that serves this page has to allow 'wasm-unsafe-eval' in script-src.",
  memory: () => "The browser had too little memory to start the policy engine. Close other tabs and try again.",
  compile: (detail) => `The browser could not start the policy engine (${detail}). Try again, or use a newer browser.`,
  editor: () => "The text editor could not be loaded, and without it there is no playground. Loading the page again usually helps.",
  sandbox: () => "The policy engine could not be fetched. This page stands in a sandboxed frame, so its site has to send its files with the header Access-Control-Allow-Origin: *.",
  exhausted: (detail) => `The policy engine ran out of memory and stopped (${detail}). Close other tabs, or copy the text and go on with less of it.`,
  crash: (detail) => `The policy engine stopped by a fault of its own (${detail}). The text is kept: start again to go on with it.`,
};

export const sentence = (kind, detail) => sentences[kind](detail);
