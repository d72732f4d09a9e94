package lint

import (
	"time"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var shortWindow = &Check{Name: "short-window", Severity: source.Warning, Source: timePage, Run: runShortWindow,
	Doc: "Up to five minutes can pass between a request and the moment its time is compared. A window that is no wider may let the request of the right minute fail.\n" +
		"Make the window wider by some minutes on either side."}

func runShortWindow(p *Pass) {
	for i := range p.leaves {
		l := &p.leaves[i]
		if l.Op != policy.Between || len(l.Right) != 2 {
			continue
		}
		from, ok := policy.ParseTimeOfDay(l.Right[0].Text)
		to, ok2 := policy.ParseTimeOfDay(l.Right[1].Text)
		if width := (to - from + 24*time.Hour) % (24 * time.Hour); ok && ok2 && width <= 5*time.Minute {
			p.report(l.value(0).To(l.value(1)), "this window is too short to rely on", "")
		}
	}
}
