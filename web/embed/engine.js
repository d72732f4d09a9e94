// The engine without the page, as a module:
//
//   import { load } from "https://play.example/engine.js";
//   const { analyze, decide, link, open } = await load();
//
//   analyze(archive)           {answers, problems}: what becomes of each check, and what there is to say about the texts
//   decide(archive, sentence)  what becomes of one more sentence, such as "alice may GetObject in Prod"
//   link(archive)              the part of a link behind its '#'
//   open(fragment)             the archive in such a link
//   version                    of the engine
//
// An archive is a scenario in txtar, or bare statements. The functions answer at once, and throw an Error that says why when
// they are given what they cannot use. Nothing is drawn, kept or put into the page, and the only requests are for the program.
import "wasm_exec"; // of the Go that compiled the program; the build gives it scope.js for its globals
import { engine, knocking } from "../boot/doors.js";
import { sentence } from "../boot/failures.js";
import { kindOf, load as fetchProgram } from "../boot/program.js";
import { Rest } from "../boot/rest.js";

let loading;

// load starts the engine, once however often it is asked for.
export function load() {
  loading ??= start();
  loading.catch(() => (loading = undefined)); // the next one may try again
  return loading;
}

async function start() {
  const go = new globalThis.Go();
  const rest = new Rest(new URL("rest.wasm", import.meta.url));
  const instance = await whole(rest, go.importObject).catch((error) => {
    throw new Error(sentence(kindOf(error), error.message), { cause: error });
  });
  await new Promise((ready, crashed) => {
    globalThis.ociPolicyHost = { engine: ready };
    go.run(instance).catch(crashed);
  });
  const { version, analyze, decide, link, open } = engine(knocking(go, instance));
  return {
    version,
    analyze: (archive) => answered(analyze(archive)),
    decide: (archive, sentence) => answered(decide(archive, sentence)),
    link: (archive) => answered(link(archive)).fragment,
    open: (fragment) => answered(open(fragment)).archive,
  };
}

// whole is the program with its rest: nobody waits for a first verdict.
async function whole(rest, imports) {
  const instance = await fetchProgram(new URL("playground.wasm", import.meta.url), { ...imports, ...rest.imports });
  rest.joins(instance);
  await rest.fetch();
  return instance;
}

function answered(answer) {
  if (answer.error) throw new Error(answer.error);
  return answer;
}
