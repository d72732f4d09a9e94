//go:build !js

package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// bare makes an editor in the page as Go does, with every kind of sign in it.
const bare = `(() => {
	const place = document.createElement("div");
	place.className = "policy-editor";
	document.querySelector("main").append(place);
	window.paint = () => ({ numbers: new Uint32Array([0, 5, 0]), classes: ["tok-verb"], marks: [{ at: 0, class: "mark-grants", label: "grants" }] });
	const on = { change() {}, fix() {}, paint: (from, to) => paint(from, to), hover: () => ({ text: "a word", acts: [] }), complete: () => [] };
	window.bare = policyEditor.create(place, { text: "Allow group A", label: "Policy", readOnly: false }, on);
	bare.repaint();
	bare.setLit([{ from: 6, to: 11, class: "lit" }]);
	bare.setProblems(["error", "warning", "info"].map((severity, i) =>
		({ from: 2 * i, to: 2 * i + 1, severity, message: "odd", fixes: ["Mend it"] })));
	bare.select(13, 13);
	return true;
})()`

func TestTheEditorKeepsToTheContentSecurityPolicy(t *testing.T) {
	p := open(t, "/")
	p.do(chromedp.Evaluate(bare, nil))
	p.until(`document.querySelectorAll(".cm-lintRange").length === 3`)
	p.do(chromedp.KeyEvent(" {b c"), chromedp.KeyEvent("f", chromedp.KeyModifiers(2)))
	p.until(`document.querySelector(".cm-search")`)
	if got := eval[string](p, `document.querySelector("main > .policy-editor .cm-content").cmTile.root.view.state.doc.toString()`); got != "Allow group A {b c}" {
		t.Errorf("typed %q", got) // a blocked style element turns blanks into U+00A0
	}
	p.do(chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent(kb.F8))
	p.until(`document.querySelector(".cm-tooltip")`)
	p.axe()
}

func TestAnEditorOfTenThousandLinesDrawsAScreenful(t *testing.T) {
	p := open(t, "/")
	p.do(chromedp.Evaluate(bare, nil))
	p.do(chromedp.Evaluate(`(() => {
		const line = "Allow group A to read buckets in tenancy\n";
		bare.setText(line.repeat(10000));
		window.asked = [];
		window.paint = (from, to) => {
			asked.push(to - from);
			const numbers = [];
			for (let at = Math.ceil(from / line.length) * line.length; at < to; at += line.length) numbers.push(at, at + 5, 0);
			return { numbers: new Uint32Array(numbers), classes: ["tok-verb"], marks: [] };
		};
		bare.repaint();
		document.querySelector(".cm-editor").style.height = "400px";
	})()`, nil))
	p.until(`document.querySelectorAll(".tok-verb").length > 10`)
	if n := eval[int](p, `document.querySelectorAll(".tok-verb").length`); n > 500 {
		t.Errorf("%d words are drawn", n)
	}
	p.do(chromedp.Evaluate(`bare.select(9000 * 41, 9000 * 41)`, nil))
	p.until(`document.querySelectorAll(".tok-verb").length > 10`)
	if most := eval[int](p, `Math.max(...asked)`); most > 20_000 {
		t.Errorf("%d characters were asked for at once", most)
	}
	p.do(chromedp.Evaluate(`policyEditor.deafen(), asked = []`, nil))
	p.do(chromedp.Evaluate(`bare.select(0, 0)`, nil))
	p.until(`document.querySelector("main > .policy-editor .cm-gutterElement + .cm-gutterElement").textContent === "1"`)
	if n := eval[int](p, `asked.length`); n > 0 {
		t.Errorf("it asked %d times what nobody would answer", n)
	}
}
