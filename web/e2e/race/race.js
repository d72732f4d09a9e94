// The engine alone beside cedar-wasm, in one page: the same grants, the same edit, the same request.
import { load } from "SITE/engine.js";
import init, * as cedar from "./cedar/cedar_wasm.js";

const memories = {};
for (const name of ["instantiate", "instantiateStreaming"]) {
  const real = WebAssembly[name];
  WebAssembly[name] = async (...all) => {
    const made = await real.apply(WebAssembly, all);
    for (const part of Object.values((made.instance ?? made).exports)) if (part instanceof WebAssembly.Memory) memories[running] = part;
    return made;
  };
}

let running = "";
let engine;

async function timed(name, start) {
  running = name;
  const from = performance.now();
  await start();
  return performance.now() - from;
}

const groups = (n) => Math.min(Math.max(50, n / 20), 1000);

// grant is what statement i of n gives: a group may use the buckets of one name in a compartment.
const grant = (n, i) => ({ group: "G" + (i % groups(n)), outer: "C" + (i % 20), inner: "D" + (i % 7), bucket: "b" + i });

const all = (n) => Array.from({ length: n }, (_, i) => grant(n, i));

const inOCI = (g) => `Allow group ${g.group} to use buckets in compartment ${g.outer}:${g.inner} where target.bucket.name = '${g.bucket}'\n`;
const inCedar = (g) =>
  `permit (principal in Group::"${g.group}", action == Action::"UpdateBucket", resource in Compartment::"${g.outer}/${g.inner}") when { context.bucket == "${g.bucket}" };\n`;

// ours answers whether the last grant's request is allowed when the first statement is about another bucket.
function ours(n) {
  const last = grant(n, n - 1);
  const tenancy = {
    name: "acme",
    compartments: Array.from({ length: 20 }, (_, i) => ({ name: "C" + i, compartments: Array.from({ length: 7 }, (_, j) => ({ name: "D" + j })) })),
    groups: Array.from({ length: groups(n) }, (_, i) => ({ name: "G" + i })),
    users: [{ name: "ann", groups: [last.group] }],
  };
  const head = `-- tenancy.json --\n${JSON.stringify(tenancy)}\n-- policies/p.policy --\n`;
  const rest = all(n).slice(1).map(inOCI).join("");
  const sentence = `ann may UpdateBucket in ${last.outer}:${last.inner} with target.bucket.name = '${last.bucket}'`;
  return (edit) => engine.decide(head + inOCI({ ...grant(n, 0), bucket: edit }) + rest, sentence).verdict === "ALLOW";
}

function request(n) {
  const last = grant(n, n - 1);
  const uid = (type, id) => ({ type, id });
  const entity = (self, ...parents) => ({ uid: self, attrs: {}, parents });
  const inner = uid("Compartment", `${last.outer}/${last.inner}`);
  const outer = uid("Compartment", last.outer);
  return {
    principal: uid("User", "ann"),
    action: uid("Action", "UpdateBucket"),
    resource: uid("Bucket", "b"),
    context: { bucket: last.bucket },
    entities: [entity(uid("User", "ann"), uid("Group", last.group)), entity(uid("Bucket", "b"), inner), entity(inner, outer), entity(outer)],
  };
}

// theirs is Cedar as its playground calls it: the text of all policies with each request.
function theirs(n) {
  const rest = all(n).slice(1).map(inCedar).join("");
  const call = request(n);
  return (edit) => {
    const policies = { staticPolicies: inCedar({ ...grant(n, 0), bucket: edit }) + rest };
    return cedar.isAuthorized({ ...call, policies }).response?.decision === "allow";
  };
}

// prepared is Cedar with the policies parsed in a call of their own, which an edit needs, too.
function prepared(n) {
  const rest = all(n).slice(1).map(inCedar).join("");
  const call = request(n);
  return (edit) => {
    cedar.preparsePolicySet("edited", { staticPolicies: inCedar({ ...grant(n, 0), bucket: edit }) + rest });
    return cedar.statefulIsAuthorized({ ...call, preparsedPolicySetId: "edited" }).response?.decision === "allow";
  };
}

function median(values) {
  values.sort((a, b) => a - b);
  return values[values.length >> 1];
}

// edits gives the milliseconds of one edit with its decision, the median of several.
function edits(decide, times) {
  const took = [];
  for (let i = 0; i < times + 2; i++) {
    const from = performance.now();
    if (!decide("x" + "y".repeat(i % 5))) throw new Error("the request is denied");
    if (i > 1) took.push(performance.now() - from);
  }
  return median(took);
}

const milestones = async (name, start, decide) => ({
  instantiate: await timed(name, start),
  first: await timed(name, () => decide(10)("x")),
});

globalThis.race = async (sizes) => {
  const result = {
    ours: await milestones("ours", async () => (engine = await load()), ours),
    cedar: await milestones("cedar", () => init(), theirs),
    rows: [],
  };
  for (const decide of [ours, theirs, prepared]) edits(decide(10), 5000); // until the browser has compiled what runs often
  for (const n of sizes) {
    const times = Math.min(500, Math.max(7, 10_000 / n)); // a tenth of a second at least, so that no one pause counts for all
    result.rows.push({ n, ours: edits(ours(n), times), cedar: edits(theirs(n), times), prepared: edits(prepared(n), times) });
  }
  for (const name of ["ours", "cedar"]) result[name].memory = memories[name]?.buffer.byteLength ?? 0;
  return result;
};
