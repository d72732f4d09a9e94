package policy

import (
	"fmt"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// notJudged says that a statement is read and plays no part in verdicts.
func notJudged(s *syntax.Statement) source.Diagnostic {
	word := s.Span
	word.End = word.Start + len(s.Kind())
	return source.Diagnostic{Severity: source.Warning, Code: "not-judged", Span: word,
		Summary: fmt.Sprintf("`%s` statements are recognised but not judged yet", s.Kind()),
		Detail:  "This one neither grants nor takes anything here; verdicts that hang on it may differ in your tenancy."}
}
