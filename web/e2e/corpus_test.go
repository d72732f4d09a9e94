//go:build !js

package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"
)

// outcome is what became of a hostile text on one of its ways into the page.
type outcome struct {
	Name, Way string
	Wrong     []string // what it did that no text may do
}

// player sends a text of testdata/hostile.json through a link, through an import and through an editor, and looks after
// each what it has done.
const player = `(() => {
	const corpus = JSON.parse(%s);
	const rest = (ms = 30) => new Promise((done) => setTimeout(done, ms));
	const built = (e) => e.text + (e.part ?? "").repeat(e.times ?? 0) + (e.tail ?? "");
	// encodeURIComponent refuses half a character; a hand-made link has its bytes.
	const encoded = (text) => [...text].map((c) => /^[\ud800-\udfff]$/.test(c) ? "%%ED%%A0%%80" : encodeURIComponent(c)).join("");
	const unseen = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e0fff}]/u;
	let alerted = 0;
	window.alert = () => { alerted++; };
	const look = (name, way) => {
		const wrong = [];
		const app = document.querySelector("#app");
		if (window.ran || alerted) wrong.push("something ran");
		if ({}.polluted !== undefined || Object.prototype.hasOwnProperty("x")) wrong.push("a prototype was changed");
		if (app.querySelector("script, img:not(.cm-widgetBuffer), iframe, object, embed, form, style, math, base, [onerror], [onload], [onmouseover], a[href^='javascript' i]")) wrong.push("a text became markup");
		if (document.querySelector(".failure")?.offsetParent) wrong.push("the engine stopped: " + document.querySelector(".failure").innerText.slice(0, 300));
		if (!document.querySelector(".verdict-word, .damaged")) wrong.push("there is no verdict and nothing in its place");
		const shown = [...app.querySelectorAll(".pane, .notices, dialog")].map((e) => e.innerText).join("\n");
		const hidden = shown.match(unseen);
		if (hidden) wrong.push("what nobody sees is shown as it is: " + JSON.stringify(shown.slice(Math.max(0, hidden.index - 60), hidden.index + 20)));
		return {name, way, wrong};
	};
	// A fragment that is there already would be no event, so that two examples take turns.
	let turns = 0;
	const begin = async () => {
		const [name, word] = turns++ %% 2 ? ["pull-image", "container-instances"] : ["patterns", "GroupAdmins"];
		location.hash = "example=" + name;
		for (let i = 0; i < 500 && !document.querySelector("#policy-0 .cm-content")?.textContent.includes(word); i++) await rest(10);
	};
	const arrived = () => new Promise((done) => addEventListener("hashchange", () => setTimeout(done, 30), {once: true}));
	window.play = async (i) => {
		const outcomes = [], e = corpus[i], text = built(e);
		const there = arrived();
		location.hash = "src=" + encoded(text);
		await there;
		outcomes.push(look(e.name, "link"));

		const data = new DataTransfer();
		data.setData("text/plain", text);
		document.querySelector("#verdict").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
		await rest();
		outcomes.push(look(e.name, "preview"));
		const take = document.querySelector("dialog [data-act=take]");
		if (take && !take.disabled) {
			take.click();
			await rest();
			outcomes.push(look(e.name, "import"));
		}
		document.querySelector("dialog")?.close();
		await begin();

		const editor = document.querySelector("#policy-0 .cm-content");
		editor.focus();
		const before = editor.textContent;
		const pasted = new DataTransfer();
		pasted.setData("text/plain", text);
		editor.dispatchEvent(new ClipboardEvent("paste", {clipboardData: pasted, bubbles: true, cancelable: true}));
		await rest();
		outcomes.push(look(e.name, "editor"));
		if (text.trim() && document.querySelector("#policy-0 .cm-content")?.textContent === before) outcomes.push({name: e.name, way: "editor", wrong: ["it did not arrive"]});
		await begin();
		return outcomes;
	};
	return true;
})()`

// a page plays this many texts: it has a minute.
const played = 5

func TestNoTextOfTheCorpusDoesAnything(t *testing.T) {
	corpus, err := os.ReadFile("testdata/hostile.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []struct{ Name string }
	if err := json.Unmarshal(corpus, &all); err != nil || len(all) < 60 {
		t.Fatalf("%d texts, %v", len(all), err)
	}
	for first := 0; first < len(all); first += played {
		t.Run(all[first].Name, func(t *testing.T) {
			p := open(t, example)
			p.verdict("DENIED")
			eval[bool](p, fmt.Sprintf(player, fmt.Sprintf("%q", corpus)))
			for i := first; i < min(first+played, len(all)); i++ {
				p.play(i)
			}
			eval[bool](p, `(location.hash = "example=pull-image", true)`)
			p.sees("#policy-0 .cm-content", "container-instances")
			p.verdict("DENIED")
		})
	}
}

func (p *page) play(i int) {
	p.t.Helper()
	start := time.Now()
	for _, o := range eval[[]outcome](p, fmt.Sprintf("play(%d)", i)) {
		for _, w := range o.Wrong {
			p.t.Errorf("%s by %s: %s", o.Name, o.Way, w)
		}
	}
	p.t.Logf("text %d took %v", i, time.Since(start))
}
