package syntax

import (
	"testing"

	"oci-policy-playground/engine/source"
)

// BenchmarkCold reads every statement of the guide as if for the first time.
func BenchmarkCold(b *testing.B) {
	var texts []string
	for _, text := range corpus(b, "statements") {
		doc, _ := Parse(source.NewFile("f", text))
		for _, s := range doc.Statements {
			texts = append(texts, s.Text)
		}
	}
	for b.Loop() {
		for _, text := range texts {
			read(text)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(texts)), "µs/statement")
}
