//go:build !js

package e2e

import (
	"os"
	"strings"
	"testing"
)

// recipes is what the README has to paste into a page.
func recipes(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(text), "### Embed it\n")
	section, _, ends := strings.Cut(rest, "\n### ")
	if !found || !ends {
		t.Fatal("the README has no section on embedding")
	}
	var all strings.Builder
	for line := range strings.Lines(section) {
		if code, ok := strings.CutPrefix(line, "    "); ok {
			all.WriteString(code)
		}
	}
	fenced := "```oci-policy\nAllow group A to read buckets in tenancy\n```"
	page := strings.Replace(all.String(), fenced, `<pre><code class="language-oci-policy">Allow group A to read buckets in tenancy</code></pre>`, 1)
	return strings.ReplaceAll(page, "https://play.example", "SITE")
}

func TestWhatTheReadmeHasToPasteWorks(t *testing.T) {
	text := strings.Replace(recipes(t), `decide(archive, "alice may DeleteBucket in tenancy").verdict;`,
		`document.body.dataset.verdict = decide(archive, "alice may DeleteBucket in tenancy").verdict;`, 1)
	text = strings.Replace(text, "open(link(archive)) === archive;", "document.body.dataset.same = open(link(archive)) === archive;", 1)
	p := hostedOn(t, "127.0.0.1", site, "<!doctype html><link rel=icon href=data:,>"+text)
	p.until(`document.body.dataset.verdict === "DENY" && document.body.dataset.same === "true"`)
	p.until(`[...document.querySelectorAll("iframe")].filter((f) => f.offsetHeight > 60).length === 4`)
	for i, shows := range []string{"#policy-0 .cm-content", "#policy-0 .cm-content", "#shell-run:not([hidden])", "#shell-run:not([hidden])"} {
		p.untilIn(i, `document.querySelector("`+shows+`")`)
	}
}
