//go:build !js

package e2e

import (
	"fmt"
	"testing"
	"time"
)

// hostile is what somebody may put behind the '#', made in the page, and what it then says.
var hostile = []struct{ name, fragment, says string }{
	{"a megabyte of opened braces", `"src=" + "all%20%7B".repeat(180000)`, ".problems"},
	{"random bytes", `"src=" + Array.from({length: 4000}, (_, i) => "%" + (128 + (i * 7919) % 128).toString(16)).join("")`, ".problems"},
	{"a rule left open", `"src=" + encodeURIComponent("-- tenancy.json --\n" + JSON.stringify({name: "a", dynamicGroups: [{name: "d", matchingRule: "all {instance.id = 'x'"}]}) + "\n-- policies/p.policy --\nAllow dynamic-group d to read buckets in tenancy\n")`, ".problems"},
	{"a circle of compartments", `"src=" + encodeURIComponent("-- tenancy.json --\n" + JSON.stringify({name: "a", compartments: [{name: "A", compartmentId: "B"}, {name: "B", compartmentId: "A"}]}) + "\n-- policies/p.policy --\nAllow any-user to read buckets in tenancy\n")`, ".problems"},
	{"a compartment without its parent", `"src=" + encodeURIComponent("-- tenancy.json --\n" + JSON.stringify({name: "a", compartments: [{name: "A", compartmentId: "gone"}]}) + "\n-- policies/p.policy --\nAllow any-user to read buckets in tenancy\n")`, ".problems"},
	{"markup everywhere", `"src=" + encodeURIComponent("<img src=x onerror=alert(1)>\n-- tenancy.json --\n" + JSON.stringify({name: "<b>a</b>", groups: [{name: "<script>alert(1)</script>"}], users: [{name: "<i>u", groups: ["<script>alert(1)</script>"]}]}) + "\n-- policies/p.policy --\nAllow group '<script>alert(1)</script>' to read buckets in tenancy\n-- checks --\n'<i>u' may ListBuckets in tenancy\n")`, "#verdict"},
}

func TestHostileTextsAreSaidAndThePageGoesOn(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			p := open(t, example)
			p.verdict("DENIED")
			start := time.Now()
			eval[bool](p, fmt.Sprintf(`(location.hash = %s, true)`, h.fragment))
			p.until(fmt.Sprintf(`!document.querySelector(%[1]q)?.hidden && document.querySelector(%[1]q)?.textContent.trim()`, h.says))
			t.Logf("answered after %v", time.Since(start))
			if eval[bool](p, `!!document.querySelector("#app script, #app img[src], #app b, #app i")`) {
				t.Error("a text became markup")
			}
			eval[bool](p, `(location.hash = "example=patterns", true)`)
			p.until(`document.querySelector("#policy-0 .cm-content")?.textContent.includes("GroupAdmins")`)
		})
	}
}
