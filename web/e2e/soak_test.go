//go:build !js

package e2e

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/chromedp/cdproto/heapprofiler"
	cdpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

var soaking = flag.Duration("soak", 0, "how long to go on with random edits; 0 is a few rounds")

// acts is what a person does again and again. Each runs in the page and comes out the same from the same numbers.
var acts = []string{
	`document.querySelector("[data-act=undo]").click()`,
	`document.querySelector("[data-act=redo]").click()`,
	`document.querySelectorAll("[data-act=dialect]")[N % 2].click()`,
	`document.querySelector("[data-act=format]")?.click()`,
	`document.querySelectorAll("[data-act=load]")[N % document.querySelectorAll("[data-act=load]").length]?.click()`,
	`document.querySelector("[data-act=fix-story], [data-act=insert], [data-act=fix-problem]")?.click()`,
	`document.querySelectorAll("[role=treeitem]")[N % document.querySelectorAll("[role=treeitem]").length]?.click()`,
	`document.querySelector("[data-act=add-policy]").click()`,
	`document.querySelectorAll("[data-act=remove-policy]")[3]?.click()`,
	`location.hash = "example=" + ["patterns", "half-an-agreement", "ladder-upside-down", "time-window", "pull-image"][N % 5]`,
	`location.hash = "catalog/" + ["buckets", "LaunchInstance", "VOLUME_WRITE", "iam"][N % 4]`,
	`document.querySelector("[data-act=shut-catalog]")?.click()`,
}

// typing replaces a stretch of the first policy as a keyboard would.
const typing = `(() => {
	const content = document.querySelector(".pane-policies .cm-content");
	if (!content || !content.offsetParent) return;
	content.focus();
	const lines = content.querySelectorAll(".cm-line");
	const node = lines[N % lines.length];
	getSelection().collapse(node, 0);
	document.execCommand("insertText", false, ["Allow any-user to read buckets in tenancy\n", "# ", "x", "'", "{", "in tenancy "][N % 6]);
})()`

// TestRandomWorkNeitherStopsThePageNorFillsIt goes on for as long as asked (make soak) with edits, undo, moves and other
// examples: no failure shows, the last text typed is there, and the memory is what it was.
func TestRandomWorkNeitherStopsThePageNorFillsIt(t *testing.T) {
	patience += *soaking
	t.Cleanup(func() { patience -= *soaking })
	p := open(t, example)
	p.do(chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := cdpage.AddScriptToEvaluateOnNewDocument(keepMemory).Do(ctx)
		return err
	}), chromedp.Reload())
	p.until(Mounted)
	random := rand.New(rand.NewPCG(1, 2))
	until := time.Now().Add(*soaking)
	rounds, early := 0, 0.0
	for ; rounds < 150 || time.Now().Before(until); rounds++ {
		act := typing
		if n := random.IntN(2 * len(acts)); n < len(acts) {
			act = acts[n]
		}
		p.do(chromedp.Evaluate(fmt.Sprintf("(() => { const N = %d; %s })()", random.IntN(1000), act), nil))
		if early == 0 && rounds >= 100 && time.Now().After(until.Add(-*soaking*2/3)) {
			early = p.memory()
		}
		if eval[bool](p, `Boolean(document.querySelector(".failed-notice, .failure"))`) {
			t.Fatalf("after %d rounds, by %s:\n%s", rounds, act, p.text("body"))
		}
	}
	p.do(chromedp.Evaluate(`location.hash = "example=patterns"`, nil))
	p.sees(".about-title", "Patterns")
	p.replace("#policy-0", "Allow any-user to inspect buckets in tenancy")
	p.sees("#policy-0", "Allow any-user to inspect buckets in tenancy")
	late := p.memory()
	t.Logf("%d rounds, %.0f MB after a third and %.0f MB at the end", rounds, early/1e6, late/1e6)
	if late > early*1.2+stride {
		t.Errorf("the memory grew from %.0f to %.0f MB", early/1e6, late/1e6)
	}
}

// stride is what the program's memory grows by at once, about.
const stride = 8 << 20

// keepMemory keeps hold of the program's memory, which a page does not show by itself.
const keepMemory = `{
	const start = WebAssembly.instantiateStreaming;
	WebAssembly.instantiateStreaming = async (...given) => {
		const started = await start(...given);
		globalThis.programMemory ??= started.instance.exports.mem; // of the first part; the rest has none
		return started;
	};
}`

// memory is what the page and the program in it hold, in bytes, after a collection.
func (p *page) memory() float64 {
	p.t.Helper()
	var used float64
	p.do(heapprofiler.CollectGarbage(), chromedp.ActionFunc(func(ctx context.Context) (err error) {
		used, _, _, _, err = runtime.GetHeapUsage().Do(ctx)
		return err
	}))
	return used + eval[float64](p, `programMemory.buffer.byteLength`)
}
