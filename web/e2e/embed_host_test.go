//go:build !js

package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"oci-policy-playground/web/site/static"
)

// strict is a page of another site that allows the playground's scripts and frames and nothing else. It writes down every
// message that it gets.
const strict = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src SITE 'nonce-host'; frame-src SITE; img-src data:; require-trusted-types-for 'script'">
<title>Another site</title>
<link rel="icon" href="data:,">
<script nonce="host">
const heard = [];
addEventListener("message", ({ data, origin }) => data?.ociPolicy && heard.push({ ...data, from: origin }));
const got = (type, i = 0) => heard.filter((m) => m.type === type)[i];
const say = (message, i = 0) => document.querySelectorAll("iframe")[i].contentWindow.postMessage(message, "*");
</script>
</head>
<body>
BODY
</body>
</html>`

// hosted shows a page of another origin with this in its body; SITE stands for the origin of the playground and HOST for its own.
func hosted(t testing.TB, body string) *page {
	t.Helper()
	return hostedOn(t, "127.0.0.1", site, strings.Replace(strict, "BODY", body, 1))
}

// hostedOn shows a page on a name of this machine. "localhost" is another site to Chromium than "127.0.0.1", so that its frames
// run in another process; two ports of one name are two origins of one site.
func hostedOn(t testing.TB, name, playground, text string) *page {
	t.Helper()
	var origin string
	served, stop, err := Serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer("text/html", strings.NewReplacer("SITE", playground, "HOST", origin).Replace(text))(w, r)
	}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	origin = strings.Replace(served, "127.0.0.1", name, 1)
	return openFrom(t, origin, "/", playground)
}

// frame is an iframe element; query and fragment are those of embed.html, and more any other attributes.
func frame(query, fragment, more string) string {
	return fmt.Sprintf(`<iframe title="A policy" width="700" height="200" src="SITE/embed.html?%s#%s" %s></iframe>`, query, fragment, more)
}

// told waits for the first message of a type that comes from a frame.
func (p *page) told(kind string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`got(%q)`, kind))
}

// tall waits for a frame to want more than so many pixels.
func (p *page) tall(least int) {
	p.t.Helper()
	p.until(fmt.Sprintf(`heard.some((m) => m.type === "height" && m.height > %d)`, least))
}

// say sends a message to a frame, by its number.
func (p *page) say(i int, message map[string]any) {
	p.t.Helper()
	text, err := json.Marshal(message)
	if err != nil {
		p.t.Fatal(err)
	}
	eval[bool](p, fmt.Sprintf(`(say(%s, %d), true)`, text, i))
}

// inFrame gives the value of an expression in a frame of the same site, by its number.
func inFrame[T any](p *page, i int, expression string) (value T) {
	p.t.Helper()
	p.touch(chromedp.ActionFunc(func(ctx context.Context) error {
		var nodes []*cdp.Node
		if err := chromedp.Nodes("iframe", &nodes, chromedp.ByQueryAll).Do(ctx); err != nil {
			return err
		}
		node, err := dom.DescribeNode().WithNodeID(nodes[i].NodeID).Do(ctx)
		if err != nil {
			return err
		}
		p.mu.Lock()
		world := p.worlds[node.FrameID]
		p.mu.Unlock()
		inside := func(e *runtime.EvaluateParams) *runtime.EvaluateParams { return awaited(e).WithContextID(world) }
		return chromedp.Evaluate(expression, &value, inside).Do(ctx)
	}))
	return value
}

// untilIn waits for an expression to hold in a frame.
func (p *page) untilIn(i int, expression string) {
	p.t.Helper()
	for range 400 {
		if inFrame[bool](p, i, "Boolean("+expression+")") {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	p.t.Fatalf("%s does not come true in the frame, which reads:\n%s", expression, inFrame[string](p, i, `document.body.innerText`))
}

// clickIn clicks an element in a frame.
func (p *page) clickIn(i int, selector string) {
	p.t.Helper()
	p.untilIn(i, fmt.Sprintf(`document.querySelector(%q)`, selector))
	outer := eval[[2]float64](p, fmt.Sprintf(`((e) => { e.scrollIntoView({block: "center"}); const b = e.getBoundingClientRect(); return [b.x + e.clientLeft, b.y + e.clientTop]; })(document.querySelectorAll("iframe")[%d])`, i))
	inner := inFrame[[2]float64](p, i, fmt.Sprintf(`((b) => [b.x + b.width / 2, b.y + b.height / 2])(document.querySelector(%q).getBoundingClientRect())`, selector))
	p.do(chromedp.MouseClickXY(outer[0]+inner[0], outer[1]+inner[1]))
}

// counted serves the built site and counts how often the program is asked for.
func counted(t testing.TB) (origin string, programs *atomic.Int32) {
	t.Helper()
	programs = new(atomic.Int32)
	next := watched.over(static.Handler(dist))
	origin, stop, err := Serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/playground.") {
			programs.Add(1)
		}
		next.ServeHTTP(w, r)
	}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	return origin, programs
}
