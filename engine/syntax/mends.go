package syntax

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/source"
)

// mending are the fixes behind which a text can be read, or what is wrong next
// lies beyond what they edited. At is where that is, read a second time; -1 is
// nowhere.
func mending(text string, fixes []source.Fix, at func(text string) int) []source.Fix {
	return slices.DeleteFunc(fixes, func(fix source.Fix) bool {
		after, err := source.Apply(source.NewFile("", text), fix.Edits)
		if err != nil {
			return true
		}
		edited, next := len(after)-len(text), at(after)
		for _, e := range fix.Edits {
			edited = max(edited, e.Span.End+len(after)-len(text))
		}
		return next >= 0 && (next <= edited || strings.TrimSpace(after[edited:next]) == "")
	})
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
