package lint

import (
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var alwaysTrue = &Check{Name: "always-true", Severity: source.Warning, Source: conditionPage, Run: runAlwaysTrue,
	Doc: "Of two tests that something is not one value and not another, one always holds, because nothing is both. Under `any` the condition limits nothing.\n" +
		"Write `all` to exclude every one of them."}

func runAlwaysTrue(p *Pass) {
	p.eachOpposed(true, policy.NotEqual, "one of these always holds", "all")
}
