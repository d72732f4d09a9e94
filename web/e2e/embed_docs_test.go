//go:build !js

package e2e

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// docs is a page of documentation with three embeds: a block of code and two elements.
func docs(t *testing.T, playground string) *page {
	t.Helper()
	text, err := os.ReadFile("testdata/docs.html")
	if err != nil {
		t.Fatal(err)
	}
	return hostedOn(t, "127.0.0.1", playground, string(text))
}

// posters tells that all three have their places.
const posters = `[...document.querySelectorAll("iframe")].filter((f) => f.offsetHeight > 60).length === 3`

func TestADocumentationPageLoadsOneProgramOnDemand(t *testing.T) {
	origin, programs := counted(t)
	p := docs(t, origin)
	p.until(posters)
	p.axe()
	if got := programs.Load(); got != 0 {
		t.Errorf("the program was asked for %d times before anybody wanted it", got)
	}
	for i, words := range []string{"Allow group Readers", "Allow group GroupAdmins", "Allow group Operators"} {
		if got := inFrame[string](p, i, `document.querySelector("#shell-text").textContent`); !strings.HasPrefix(got, words) {
			t.Errorf("frame %d reads %q", i, got)
		}
	}
	for i := range 3 {
		p.clickIn(i, "#shell-run")
		p.untilIn(i, `document.querySelector(".verdict-word .word")`)
	}
	if got := programs.Load(); got != 1 {
		t.Errorf("three frames asked for the program %d times", got)
	}
	p.axe()
}

func TestFramesFollowTheThemeOfTheirPage(t *testing.T) {
	p := docs(t, site)
	p.until(posters)
	eval[bool](p, `(document.documentElement.dataset.theme = "dark", true)`)
	for i := range 3 {
		p.untilIn(i, `getComputedStyle(document.body).colorScheme === "dark"`)
	}
	eval[bool](p, `(document.querySelectorAll("oci-policy-playground")[1].setAttribute("theme", "light"), true)`)
	p.untilIn(1, `getComputedStyle(document.body).colorScheme === "light"`)
}

func TestFramesAreAsTallAsWhatIsInThem(t *testing.T) {
	p := docs(t, site)
	p.until(posters)
	p.clickIn(1, "#shell-run")
	p.untilIn(1, `document.querySelector(".verdict-word .word")`)
	fits := `document.documentElement.clientHeight >= document.querySelector("#app").offsetHeight && document.documentElement.clientHeight - document.querySelector("#app").offsetHeight < 3`
	p.untilIn(1, fits)
	p.do(chromedp.EmulateViewport(380, 800))
	p.untilIn(1, fits)
	p.do(chromedp.EmulateViewport(1200, 800))
	p.untilIn(1, fits)
}

func TestAnElementSpeaksForItsFrame(t *testing.T) {
	p := docs(t, site)
	p.until(posters)
	element := `document.querySelectorAll("oci-policy-playground")[0]`
	eval[bool](p, `(globalThis.said = [], `+element+`.addEventListener("verdict", ({detail}) => said.push(detail.answer.verdict)), true)`)
	p.clickIn(0, "#shell-run")
	p.until(`said.length`)
	eval[bool](p, `(`+element+`.set("Allow group Everybody to manage buckets in tenancy"), true)`)
	p.until(element + `.get().then((work) => work.text.includes("group Everybody"))`)
	eval[bool](p, `(`+element+`.focus(), true)`)
	p.untilIn(0, `document.activeElement.matches(".cm-content")`)
}

func TestTextsStayReadableWhereNoFrameComes(t *testing.T) {
	origin := broken(t, instead("/embed.html", http.NotFound))
	p := docs(t, origin)
	p.expect("404")
	p.until(`document.querySelectorAll("iframe").length === 3`)
	for _, words := range []string{"Allow group Readers", "Allow group Operators"} {
		if got := p.text("main"); !strings.Contains(got, words) {
			t.Errorf("the page reads %q", got)
		}
	}
}

func TestTheLoaderMayStandInAPageTwice(t *testing.T) {
	p := hosted(t, `<script src="SITE/embed.js"></script><script src="SITE/embed.js"></script><oci-policy-playground run="click">Allow group A to read buckets in tenancy</oci-policy-playground>`)
	p.until(`document.querySelector("iframe").offsetHeight > 60`)
	if got := eval[int](p, `document.querySelectorAll("iframe").length`); got != 1 {
		t.Errorf("there are %d frames", got)
	}
	eval[bool](p, `((e) => { document.body.prepend(e); return true; })(document.querySelector("oci-policy-playground"))`)
	p.until(`document.querySelector("iframe").offsetHeight > 60`)
	if got := inFrame[string](p, 0, `document.querySelector("#shell-text").textContent`); got != "Allow group A to read buckets in tenancy" {
		t.Errorf("moved, it reads %q", got)
	}
}

func TestAnElementSaysWhatItsFrameShows(t *testing.T) {
	p := hosted(t, `<script src="SITE/embed.js" async></script>
		<oci-policy-playground run="click" src="Allow group &lt;A> to read buckets in tenancy"></oci-policy-playground>
		<oci-policy-playground run="click" link="https://elsewhere.example/#example=patterns"></oci-policy-playground>
		<oci-policy-playground run="click" example="pull-image">Some words in its place</oci-policy-playground>
		<div class="highlight-oci-policy"><pre>Allow group Sphinx to read buckets in tenancy</pre></div>
		<div class="language-oci-policy"><pre><code>Allow group Rouge to read buckets in tenancy</code></pre></div>
		<pre><code class="language-json">{}</code></pre>`)
	for i, words := range []string{"Allow group <A> to read", "Allow group GroupAdmins", "Allow dynamic-group", "Allow group Sphinx", "Allow group Rouge"} {
		p.until(fmt.Sprintf(`document.querySelectorAll("iframe")[%d]?.offsetHeight > 60`, i))
		if got := inFrame[string](p, i, `document.querySelector("#shell-text").textContent`); !strings.HasPrefix(got, words) {
			t.Errorf("frame %d reads %q", i, got)
		}
	}
	p.until(`document.querySelectorAll("iframe").length === 5 && document.querySelector("code.language-json")`)
}
