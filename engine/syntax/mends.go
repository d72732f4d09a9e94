package syntax

import (
	"strings"

	"oci-policy-playground/engine/source"
)

// tried keeps of the fixes for the one thing that is wrong with a text those that
// mend it: behind them it can be read, or what is wrong next lies beyond what they
// edited. Next is where that is; -1 is nowhere.
func tried(text string, problems source.Diagnostics, next func(text string) int) source.Diagnostics {
	if len(problems) != 1 {
		return problems
	}
	d := &problems[0]
	var mend []source.Fix
	for _, fix := range d.Fixes {
		if mends(text, fix, next) {
			mend = append(mend, fix)
		}
	}
	d.Fixes = mend
	return problems
}

func mends(text string, fix source.Fix, next func(text string) int) bool {
	after, err := source.Apply(source.NewFile("", text), fix.Edits)
	if err != nil {
		return false
	}
	edited := 0
	for _, e := range fix.Edits {
		edited = max(edited, e.Span.End+len(after)-len(text))
	}
	wrong := next(after)
	return wrong < 0 || wrong > edited && strings.TrimSpace(after[edited:wrong]) != ""
}

// fault is where the first statement of a text that cannot be read goes wrong.
func fault(text string) int {
	text, tokens, _ := pieces(text)
	for _, c := range split(text, tokens) {
		start, end := tokens[c.first].Start, tokens[c.last-1].End
		if form, problems, _ := understand(text[start:end], words(text[start:end])); form == nil {
			return start + problems[0].Span.Start
		}
	}
	return -1
}

// ruleFault is where a rule that cannot be read goes wrong.
func ruleFault(text string) int {
	if rule, problems := understandRule(text); rule == nil {
		return problems[0].Span.Start
	}
	return -1
}
