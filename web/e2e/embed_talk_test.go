//go:build !js

package e2e

import (
	"strings"
	"testing"
	"time"
)

const oneStatement = "src=Allow%20group%20A%20to%20read%20buckets%20in%20tenancy"

func order(kind string, more ...any) map[string]any {
	m := map[string]any{"ociPolicy": 1, "type": kind}
	for i := 0; i < len(more); i += 2 {
		m[more[i].(string)] = more[i+1]
	}
	return m
}

func TestAFrameAndItsPageSpeak(t *testing.T) {
	p := hosted(t, frame("view=policy&host=HOST", "example=pull-image", ""))
	p.told("ready")
	p.told("verdict")
	p.until(`got("ready").view === "policy" && got("ready").version`)
	if got := eval[string](p, `((a) => [a.verdict, a.holds, a.needs[0].permission, a.needs[0].statements[0].facets.map((f) => f.facet + " " + f.result).join()].join(" "))(got("verdict").answer)`); got !=
		"DENY false REPOSITORY_READ subject pass,grant pass,location fail,condition pass" {
		t.Errorf("the chain reads %s", got)
	}
	p.say(0, order("get", "id", 7))
	p.until(`got("change")?.id === 7 && got("change").text.includes("read repos in compartment MyCompartment")`)
	p.say(0, order("set", "fragment", "example=pull-image-solved"))
	p.until(`got("verdict", 1)?.answer.verdict === "ALLOW"`)
	p.until(`got("change", 1)?.fragment === "example=pull-image-solved"`)
	p.say(0, order("set", "fragment", "p1.AbCdEfGh", "id", "x"))
	p.until(`got("error")?.code === "link"`)
	p.say(0, order("theme", "theme", "dark"))
	p.untilIn(0, `getComputedStyle(document.body).colorScheme === "dark"`)
	p.say(0, order("theme", "theme", "auto"))
	p.untilIn(0, `!document.documentElement.dataset.theme`)
}

func TestWhatIsSetBeforeTheEngineRunsIsShownThen(t *testing.T) {
	p := hosted(t, frame("view=policy&run=click&host=HOST", oneStatement, ""))
	p.told("height")
	p.say(0, order("set", "text", "Allow group EARLY to read buckets in tenancy"))
	p.say(0, order("theme", "theme", "dark"))
	p.untilIn(0, `getComputedStyle(document.body).colorScheme === "dark"`)
	p.clickIn(0, "#shell-run")
	p.told("verdict")
	p.say(0, order("get", "id", 1))
	p.until(`got("change")?.text.includes("EARLY")`)
}

func TestOnlyAnAllowedPageHearsWhatIsInAFrame(t *testing.T) {
	for _, named := range []string{"", "host=https://docs.example", "host=nonsense", "host=null"} {
		t.Run(named, func(t *testing.T) {
			p := hosted(t, frame("view=policy&"+named, oneStatement, ""))
			p.told("ready")
			p.told("height")
			p.say(0, order("get", "id", 1))
			p.until(`got("error")?.code === "origin" && got("error").id === 1`)
			p.say(0, order("set", "text", "Allow group SECRET to read buckets in tenancy"))
			p.untilIn(0, `document.querySelector("#policy-0").textContent.includes("SECRET")`)
			p.say(0, order("get", "id", 2))
			p.until(`heard.some((m) => m.id === 2)`)
			if got := eval[string](p, `JSON.stringify(heard)`); strings.Contains(got, "SECRET") || strings.Contains(got, "Allow") {
				t.Errorf("the page heard %s", got)
			}
		})
	}
}

func TestAnyPageHearsWhereTheAddressSaysSo(t *testing.T) {
	p := hosted(t, frame("view=policy&host=*", oneStatement, ""))
	p.told("verdict")
	p.say(0, order("get"))
	p.told("change")
}

func TestAFrameHearsNobodyButThePageAround(t *testing.T) {
	p := hosted(t, frame("view=policy&host=HOST", oneStatement, "")+frame("view=policy&host=HOST", oneStatement, ""))
	p.until(`heard.filter((m) => m.type === "verdict").length === 2`)
	inFrame[bool](p, 1, `(parent.frames[0].postMessage({ociPolicy: 1, type: "set", text: "Allow group SIBLING to read buckets in tenancy"}, "*"),
		parent.frames[0].postMessage({ociPolicy: 1, type: "get", id: "sibling"}, "*"), true)`)
	p.say(0, order("get", "id", "after"))
	p.until(`heard.some((m) => m.id === "after")`)
	if eval[bool](p, `heard.some((m) => m.id === "sibling" || m.text?.includes("SIBLING"))`) {
		t.Error("a frame beside it was heard")
	}
}

// nonsense is messages that mean nothing, as JavaScript.
const nonsense = `[null, 1, "x", [], {}, {ociPolicy: 2, type: "set", text: "x"}, {ociPolicy: 1}, {ociPolicy: 1, type: "__proto__"}, {ociPolicy: 1, type: "constructor"},
	{ociPolicy: 1, type: {}}, {ociPolicy: 1, type: "set"}, {ociPolicy: 1, type: "set", text: 1}, {ociPolicy: 1, type: "set", text: {toString: 1}}, {ociPolicy: 1, type: "set", fragment: []},
	{ociPolicy: 1, type: "theme", theme: "x\" onload=alert(1)"}, {ociPolicy: 1, type: "theme", theme: {}}, {ociPolicy: "1", type: "get"}, {ociPolicy: 1, type: "get", id: {}},
	{ociPolicy: 1, type: "get", id: "x".repeat(1000)}, {ociPolicy: 1, type: "set", text: "x".repeat((1 << 20) + 1), id: "long"}, new Map([["ociPolicy", 1]]), new Uint8Array(9), new Error("x")]`

func TestMessagesThatMeanNothingDoNothing(t *testing.T) {
	p := hosted(t, frame("view=policy&host=HOST", oneStatement, ""))
	p.told("verdict")
	eval[bool](p, nonsense+`.forEach((m) => say(m)) ?? true`)
	p.until(`heard.some((m) => m.code === "size" && m.id === "long")`)
	p.until(`heard.some((m) => m.code === "version") && heard.some((m) => m.code === "type")`)
	p.say(0, order("get", "id", "after"))
	p.until(`heard.some((m) => m.id === "after" && m.text.includes("Allow group A to read buckets"))`)
	p.say(0, order("set", "text", "Allow group A to read objects in tenancy"))
	p.until(`heard.some((m) => m.type === "change" && m.text.includes("read objects"))`)
}

func TestAFloodOfMessagesDoesNoHarm(t *testing.T) {
	p := hosted(t, frame("view=policy&host=HOST", oneStatement, ""))
	p.told("verdict")
	eval[bool](p, `(() => { for (let i = 0; i < 5000; i++) { say({ociPolicy: 1, type: "set", text: "Allow group G" + i + " to read buckets in tenancy"}); say({ociPolicy: 1, type: "get", id: i}); } return true; })()`)
	p.until(`heard.some((m) => m.code === "flood")`)
	time.Sleep(1200 * time.Millisecond) // by then it listens again
	p.say(0, order("set", "text", "Allow group LAST to read buckets in tenancy"))
	p.until(`heard.some((m) => m.type === "change" && m.text.includes("LAST"))`)
	if got := eval[int](p, `heard.length`); got > 200 {
		t.Errorf("the frame answered %d times", got)
	}
}
