package scenario

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/source"
)

// measure refuses a JSON text that is too large, too deep or too rich before a
// recursive parser sees it. It only counts: whether the text is JSON is for the
// parser to say.
func measure(f *source.File, most int) *source.Diagnostic {
	if len(f.Text) > MaxBytes {
		return outsize(f, MaxBytes, "it is larger than 1 MiB", "It has %d bytes more than may be. Take out what the question does not need.", len(f.Text)-MaxBytes)
	}
	depth, values := 0, 0
	for at := 0; at < len(f.Text); {
		switch f.Text[at] {
		case '[', '{':
			depth++
			values++
		case ']', '}':
			depth--
		case ',':
			values++
		}
		if depth > MaxDepth {
			return outsize(f, at, "it nests too deep", "At most %d levels are read. Take some of them out.", MaxDepth)
		}
		if values > most {
			return outsize(f, at, "it holds too many values", "At most %d are read. Take out what the question does not need.", most)
		}
		at += width(f.Text[at:])
	}
	return nil
}

// width is how many bytes the token at the start of a text takes: a string or a
// comment as a whole, else one byte.
func width(text string) int {
	if text[0] == '"' {
		n, _ := stringWidth(text)
		return n
	}
	n, _ := commentWidth(text)
	return max(1, n)
}

// stringWidth is how many bytes the string at the start of a text takes, all of
// them when it is not closed.
func stringWidth(text string) (n int, closed bool) {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1, true
		}
	}
	return len(text), false
}

// commentWidth is the same of a comment, and 0 when there is none.
func commentWidth(text string) (n int, closed bool) {
	end := "\n"
	switch {
	case strings.HasPrefix(text, "//"):
	case strings.HasPrefix(text, "/*"):
		end = "*/"
	default:
		return 0, false
	}
	if i := strings.Index(text[2:], end); i >= 0 {
		return 2 + i + len(end), true
	}
	return len(text), false
}

func outsize(f *source.File, at int, summary, detail string, number int) *source.Diagnostic {
	return &source.Diagnostic{Severity: source.Error, Code: "too-big", Span: f.Span(at, min(at+1, len(f.Text))),
		Summary: summary, Detail: fmt.Sprintf(detail, number)}
}
