package scenario

import (
	"strconv"
	"strings"
	"unicode"
)

// longestName is how many bytes a name in an archive may have.
const longestName = 400

// sound tells whether the name of a section can be trusted as a path: it may
// come from anybody, and be shown, joined and compared.
func sound(name string) bool {
	if len(name) > longestName || strings.IndexFunc(name, treacherous) >= 0 || strings.ContainsAny(name, `:\`) {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || part == "." || part == ".." || part != strings.TrimSpace(part) {
			return false
		}
	}
	return true
}

// treacherous tells characters that are not seen, or that turn around what is
// seen beside them.
func treacherous(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == unicode.ReplacementChar ||
		r == '\u2028' || r == '\u2029' || r == '\uFEFF' || '\u200B' <= r && r <= '\u200D' || '\U000E0000' <= r && r <= '\U000E0FFF'
}

// tame is one line of text to be shown as a title: blanks joined, treacherous
// characters made visible.
func tame(title string) string {
	seen := strings.Map(func(r rune) rune {
		if treacherous(r) && !unicode.IsSpace(r) {
			return unicode.ReplacementChar
		}
		return r
	}, title)
	return strings.Join(strings.Fields(seen), " ")
}

// show is a name as a message may hold it: short, with what is invisible
// written out.
func show(name string) string {
	if runes := []rune(name); len(runes) > 60 {
		name = string(runes[:59]) + "…"
	}
	quoted := strconv.QuoteToGraphic(name)
	return strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`)
}
