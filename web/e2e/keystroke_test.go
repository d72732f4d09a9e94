//go:build !js

package e2e

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// stopwatch notes how long after a key went down the words of the verdict stood on the screen: the frame that shows them
// has been drawn when the task after its animation frame runs.
const stopwatch = `(() => {
	window.times = [];
	let down = 0;
	addEventListener("keydown", (e) => { down = e.timeStamp; }, true);
	const seen = () => {
		if (!down) return;
		const from = down;
		down = 0;
		requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => times.push(performance.now() - from); c.port2.postMessage(0); });
	};
	new MutationObserver(seen).observe(document.querySelector("#verdict"), {subtree: true, childList: true, characterData: true});
	return true;
})()`

// BenchmarkKeystroke types into the value that a statement wants, and waits each time until the verdict, which cites it,
// is on the screen.
func BenchmarkKeystroke(b *testing.B) {
	for _, n := range []int{10, 500, 2_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := open(b, "/#src="+url.PathEscape(crowd(n)))
			p.verdict("DENIED")
			eval[bool](p, stopwatch)
			eval[bool](p, `(document.querySelector("#policy-0 .cm-content").focus(), true)`)
			p.press(kb.ArrowDown, kb.End, kb.ArrowLeft)
			for typed := 0; b.Loop(); typed++ {
				p.press("x")
				p.until(fmt.Sprintf(`times.length > %d`, typed))
			}
			times := eval[[]float64](p, `times`)
			slices.Sort(times)
			b.ReportMetric(times[len(times)/2], "ms-p50")
			b.ReportMetric(times[len(times)*95/100], "ms-p95")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// crowd is a scenario of n statements, of which the first comes nearest.
func crowd(n int) string {
	var out strings.Builder
	out.WriteString("A crowd\n-- tenancy.json --\n{\"compartments\": [{\"name\": \"C\"}], \"groups\": [{\"name\": \"Readers\"}, {\"name\": \"Others\"}], \"users\": [{\"name\": \"u\", \"groups\": [\"Readers\"]}]}\n")
	out.WriteString("-- policies/p.policy --\nAllow group Readers to read objects in tenancy\n  where target.bucket.name = 'x'\n")
	for i := range n - 1 {
		fmt.Fprintf(&out, "Allow group Others to use instances in compartment C where request.user.name = 'u%d'\n", i)
	}
	out.WriteString("-- checks --\nu may not GetObject in tenancy with target.bucket.name = 'logs'\n")
	return out.String()
}
