//go:build !js

package e2e

import (
	"strings"
	"testing"
)

// engineHost is a page of another site that may load the engine and nothing else.
const engineHost = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src SITE 'nonce-host' 'wasm-unsafe-eval'; connect-src SITE; img-src data:">
<title>A site that asks the engine</title>
<link rel="icon" href="data:,">
<script nonce="host">const names = Object.keys(globalThis).join(); const nodes = () => document.querySelectorAll("*").length;</script>
<script nonce="host" type="module">
const before = nodes();
import { load } from "SITE/engine.js";
const [engine, again] = await Promise.all([load(), load()]);
Object.assign(document.body.dataset, { ready: engine === again, names: Object.keys(globalThis).filter((n) => !names.includes(n)).join(), more: nodes() - before });
addEventListener("run", ({ detail }) => detail(engine));
</script>
</head>
<body></body>
</html>`

// asked gives what an expression over the engine answers, as text; a refusal is its words.
func asked(p *page, expression string) string {
	p.t.Helper()
	return eval[string](p, `new Promise((done) => dispatchEvent(new CustomEvent("run", {detail: (engine) => { try { done(String(`+expression+`)) } catch (error) { done("refused: " + error.message) } }})))`)
}

func TestTheEngineRunsWithoutThePage(t *testing.T) {
	p := hostedOn(t, "localhost", site, engineHost)
	p.until(`document.body.dataset.ready === "true"`)
	if got := eval[string](p, `document.body.dataset.names + document.body.dataset.more`); got != "0" {
		t.Errorf("left behind in the page: %s", got)
	}
	archive := "`-- tenancy.json --\n{\"name\": \"acme\", \"groups\": [{\"name\": \"A\"}], \"users\": [{\"name\": \"alice\", \"groups\": [\"A\"]}]}\n" +
		"-- policies/a.policy --\nAllow group A to read buckets in tenancy\n-- checks --\nalice may ListBuckets in tenancy\nalice may DeleteBucket in tenancy\n`"
	for expression, want := range map[string]string{
		`engine.analyze(` + archive + `).answers.map((a) => a.verdict + a.holds).join()`:                                        "ALLOWtrue,DENYfalse",
		`engine.analyze("Allow group A to read").problems.map((p) => p.code).join()`:                                            "missing-type",
		`engine.decide(` + archive + `, "alice may GetBucket in tenancy").needs[0].statements[0].text`:                          "Allow group A to read buckets in tenancy",
		`engine.decide(` + archive + `, "alice may ListBuckets in tenancy").needs[0].statements[0].facets.map((f) => f.result)`: "pass,pass,pass,pass",
		`engine.open(engine.link(` + archive + `)) === ` + archive:                                                              "true",
		`engine.open("p1.AbCdEfGh")`: "refused: input: the link is",
		`engine.open("")`:            "refused: input: the link holds no scenario",
		`engine.open(engine.link("Allow group \ud83d\ude00é to read buckets in tenancy")).includes("group \ud83d\ude00é to")`: "true",
		`engine.analyze("Allow group A to read".repeat(50000)).problems[0].summary`:                                           "the scenario is larger than 1 MiB",
		`engine.analyze("x".repeat(2 ** 24 + 1))`:                                                                             "refused: input: a text is too long",
		`engine.analyze(7)`:  "refused: input: a text is expected",
		`engine.decide("x")`: "refused: input: two texts are expected",
	} {
		if got := asked(p, expression); !strings.HasPrefix(got, want) {
			t.Errorf("%s is %s, not %s", expression, got, want)
		}
	}
}

func TestThePagePublishesTheEngine(t *testing.T) {
	p := open(t, example)
	p.until(`globalThis.ociPolicy`)
	for expression, want := range map[string]string{
		`typeof ociPolicy.version`:                                                                                                          "string",
		`ociPolicy.analyze("Allow group A to read").problems[0].code`:                                                                       "missing-type",
		`ociPolicy.decide("Allow any-user to read buckets in tenancy", "x may GetBucket in y").verdict`:                                     "INVALID",
		`ociPolicy.decide("Allow any-user to read buckets in tenancy", 7).error`:                                                            "input: two texts are expected",
		`ociPolicy.open("p1.AbCdEfGh").error.slice(0, 18)`:                                                                                  "input: the link is",
		`String(ociPolicy.open(ociPolicy.link("Allow any-user to read buckets in tenancy").fragment).archive.includes("any-user to read"))`: "true",
	} {
		if got := eval[string](p, expression); !strings.HasPrefix(got, want) {
			t.Errorf("%s is %q, not %q", expression, got, want)
		}
	}
	p.verdict("DENIED")
}
