package kit

import (
	"strings"

	"github.com/hexops/vecty"
)

// Phrase is a piece of a sentence: its classes, its text and the address it leads to, "" for none. A look that ends with
// "code" makes it a code element. None of the three may hold U+001E or U+001F.
type Phrase struct{ Look, Text, Address string }

// Phrases puts a sentence into an element that has no children. It counts as one property, however many pieces it has: they
// are made by web/ui/phrases.js.
func Phrases(all []Phrase) vecty.Applyer {
	var sentence strings.Builder
	for i, p := range all {
		if i > 0 {
			sentence.WriteByte(0x1e)
		}
		sentence.WriteString(p.Look + "\x1f" + p.Text + "\x1f" + p.Address)
	}
	return vecty.Property("phrases", sentence.String())
}
