package assist

import (
	"strings"

	"oci-policy-playground/engine/syntax"
)

// value is what a word says, without its quotes.
func (w *word) value() string {
	s := w.raw
	if w.kind != syntax.String && w.kind != syntax.Pattern || len(s) < 2 {
		return s
	}
	return strings.ReplaceAll(s[1:len(s)-1], `\`+s[:1], s[:1])
}

// inCheck is a name as a check must write it.
func inCheck(name string) string {
	switch strings.ToLower(name) {
	case "", "may", "might", "not", "in", "with", "of", "absent":
		return checkQuotes(name)
	}
	if strings.ContainsAny(name, " \t{}(),='\"“”‘’") {
		return checkQuotes(name)
	}
	return name
}

func checkQuotes(text string) string {
	return "'" + strings.ReplaceAll(strings.ReplaceAll(text, `\`, `\\`), "'", `\'`) + "'"
}

// text is a value as this kind of text writes it.
func (c *Context) text(value string) string {
	if c.Kind == Check {
		return checkQuotes(value)
	}
	return syntax.InQuotes(value)
}
