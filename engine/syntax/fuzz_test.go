package syntax

import (
	"testing"

	"oci-policy-playground/engine/source"
)

// odd is what no golden file can hold.
var odd = []string{"", "\uFEFFAllow group A to read buckets in tenancy\r\n", "Allow group \x00 to read buckets in tenancy", "\xed\xa0\x80", "Allow group A\xff to read buckets in tenancy",
	"'", "/", "\\", "''", "//", "'\\'", "Allow group '\\''/'' to read a in tenancy", "!", "!!", "Allow group A to read b in tenancy where !!a", "<", "a<b>", "a<b", "$", "${a}",
	"Allow group A to read b in tenancy where x in ((((", "Allow group A to read b in tenancy where x in (('a'))", "--", "a --b", "“”", "‘", "``", "\u200b", "é日本"}

func seed(f *testing.F) {
	for _, text := range append(corpus(f, "*"), odd...) {
		f.Add(text)
	}
}

func FuzzParse(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text string) {
		checkParse(t, text)
		p := new(Parser)
		file := source.NewFile("f", text)
		first, _ := p.Parse(file)
		p.Round()
		if second, _ := p.Parse(file); dump(first) != dump(second) {
			t.Fatal("what was remembered is not what was read")
		}
	})
}

func FuzzRule(f *testing.F) {
	seed(f)
	f.Fuzz(checkRule)
}

func FuzzTokens(f *testing.F) {
	seed(f)
	f.Fuzz(checkTokens)
}
