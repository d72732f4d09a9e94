package engine

import (
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// sentences reads the checks of a text.
func sentences(_ string, f *source.File) []scenario.Line { return scenario.Sentences(f) }

// whole reads a text as one sentence.
func whole(_ string, f *source.File) []scenario.Line {
	at := f.Span(0, len(f.Text))
	s, problems := scenario.ParseSentence(f, at)
	return []scenario.Line{{Span: at, Sentence: s, Problems: problems}}
}
