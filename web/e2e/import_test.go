//go:build !js

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// What the command line prints, in two pieces.
const (
	compartmentList = `{"data": [{"id": "ocid1.compartment.oc1..prod", "name": "Prod", "compartment-id": "ocid1.tenancy.oc1..acme", "lifecycle-state": "ACTIVE"},
  {"id": "ocid1.compartment.oc1..gone", "name": "Gone", "compartment-id": "ocid1.tenancy.oc1..acme", "lifecycle-state": "DELETED"}]}`
	policyList = `{"data": [{"id": "ocid1.policy.oc1..p", "name": "readers", "compartment-id": "ocid1.compartment.oc1..prod", "statements": ["Allow any-user to read buckets in compartment Prod"]}]}`
	auditEvent = `{"eventType": "com.oraclecloud.objectstorage.deletebucket", "data": {"eventName": "DeleteBucket", "compartmentName": "MyCompartment",
  "identity": {"principalName": "eve"}, "response": {"status": "404"}}}`
)

// paste puts a text into the field of the dialog as a paste does.
func (p *page) paste(text string) {
	p.t.Helper()
	p.until(`document.querySelector("#open-text")`)
	eval[bool](p, fmt.Sprintf(`(() => { const field = document.querySelector("#open-text"); field.focus(); field.select();
		return document.execCommand("insertText", false, %q); })()`, text))
}

// upload gives the dialog a file.
func (p *page) upload(name, text string) {
	p.t.Helper()
	path := filepath.Join(p.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
	p.do(chromedp.SetUploadFiles("#open-file", []string{path}, chromedp.ByQuery))
}

func TestAnImportIsSeenBeforeItIsTakenAndCanBeTakenBack(t *testing.T) {
	p := open(t, example)
	p.verdict("DENIED")
	p.click(`[data-act=dialog][data-kind=open]`)
	p.paste(compartmentList)
	p.sees("#import-preview", "compartments (1)")
	p.sees("#import-preview", "Gone")
	p.axe()
	if eval[bool](p, `document.querySelector("#tenancy").textContent.includes("Prod")`) {
		t.Error("it is taken before anybody said so")
	}
	p.click(`[data-act=take]`)
	p.sees("#tenancy", "Prod")
	p.until(`!document.querySelector("dialog[open]")`)

	p.click(`[data-act=dialog][data-kind=open]`)
	p.upload("policies.json", policyList)
	p.sees("#import-preview", "policies.json")
	p.sees("#import-preview", "policies (1)")
	p.until(`document.querySelector("#import-onto").checked`)
	p.click(`[data-act=take]`)
	p.sees("#policy-0 .cm-content", "Allow any-user to read buckets in compartment Prod")
	p.sees("#tenancy", "Prod")

	p.click("[data-act=undo]")
	p.until(`!document.querySelector("#policy-0")`)
	p.click("[data-act=undo]")
	p.verdict("DENIED")
	p.sees("#policy-0 .cm-content", "container-instances")
}

func TestWhatCannotBeTakenIsToldAndOffersNothing(t *testing.T) {
	p := open(t, example)
	p.click(`[data-act=dialog][data-kind=open]`)
	p.paste("Dear support, please look at this.")
	p.sees("#import-preview", "this is nothing that can be read here")
	p.until(`document.querySelector("[data-act=take]").disabled`)
	p.axe()
	p.press(kb.Escape)
	p.until(`!document.querySelector("dialog[open]")`)
	p.verdict("DENIED")
}

func TestAnAuditEventDroppedOnThePageAsksItsRequest(t *testing.T) {
	p := open(t, example)
	p.replace("#policy-0", "Allow dynamic-group container-instances to read repos in tenancy")
	p.verdict("ALLOWED")
	eval[bool](p, fmt.Sprintf(`(() => { const data = new DataTransfer(); data.items.add(new File([%q], "event.json"));
		const on = document.querySelector("#verdict");
		for (const type of ["dragover", "drop"]) on.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
		return true; })()`, auditEvent))
	p.sees("#import-preview", "eve may not DeleteBucket in MyCompartment")
	p.sees("#import-preview", "the caller eve is not in the tenancy")
	p.click("[data-act=take]")
	p.until(`document.querySelector("#sentence, #request")?.textContent.includes("eve")`)
	p.sees("#policy-0 .cm-content", "container-instances")
}

func TestImportingNeedsNoMouse(t *testing.T) {
	p := open(t, example)
	p.tabTo(`[data-act=dialog][data-kind=open]`)
	p.press(kb.Enter)
	p.tabTo("#open-text")
	p.do(chromedp.KeyEvent(`["Allow any-user to read buckets in tenancy"]`))
	p.sees("#import-preview", "policies (1)")
	p.tabTo("[data-act=take]")
	p.press(kb.Enter)
	p.sees("#policy-0 .cm-content", "Allow any-user to read buckets in tenancy")
	p.until(`document.activeElement.matches("[data-act=dialog][data-kind=open]")`)
}

func TestSharedNamesAreRedactedAndTheVerdictsStay(t *testing.T) {
	p := open(t, "/#example=nested-compartments")
	word := p.text(".verdict-word .word")
	p.tabTo(`[data-act=dialog][data-kind=share]`)
	p.press(kb.Enter)
	p.tabTo("#redact")
	p.press(" ")
	p.sees("#redact-same", "verdicts are the same")
	p.sees(".pairs", "compartment1")
	same := strings.Fields(p.text("#redact-same"))
	if same[0] != same[2] {
		t.Errorf("it says %q", p.text("#redact-same"))
	}
	p.axe()
	p.scheme("dark")
	p.axe()
	link := eval[string](p, `document.querySelector("#share-link").value`)
	other := open(t, link[strings.LastIndex(link, "/"):])
	other.verdict(word)
	other.sees("#tenancy", "compartment1")
	if names := other.text("body"); strings.Contains(names, "acme") {
		t.Errorf("a name is left:\n%s", names)
	}
	p.tabTo("#redact")
	p.press(" ")
	p.until(`document.querySelector("#redact-same").textContent === ""`)
	if again := eval[string](p, `document.querySelector("#share-link").value`); again == link || !strings.Contains(again, "example=nested-compartments") {
		t.Errorf("without redaction the link is %s", again)
	}
}

func TestTheWorkCanBeKeptInEveryForm(t *testing.T) {
	p := open(t, example)
	eval[bool](p, `(() => { window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((t) => window.saved.push(t)); return make.call(URL, blob); };
		HTMLAnchorElement.prototype.click = function () { window.saved.push(this.download); }; return true; })()`)
	for form, sign := range map[string]string{"txtar": "-- tenancy.json --", "json": `"compartmentId"`, "tf": "oci_identity_policy"} {
		p.click(`[data-act=dialog][data-kind=download]`)
		p.until(`document.querySelector("[data-act=save]")`)
		p.axe()
		p.click(fmt.Sprintf(`[data-act=save][data-form=%s]`, form))
		p.until(fmt.Sprintf(`window.saved.includes("pull-image.%s") && window.saved.some((t) => t.includes(%q))`, form, sign))
		p.press(kb.Escape)
		p.until(`!document.querySelector("dialog[open]")`)
	}
}
