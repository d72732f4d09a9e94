package store

import (
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// phrases cuts a text at its `backquotes` and its **stars**.
func phrases(text string) []Phrase {
	var all []Phrase
	add := func(text, style string) {
		if text != "" {
			all = append(all, Phrase{Text: text, Style: style})
		}
	}
	for i, part := range strings.Split(text, "`") {
		if i%2 == 1 {
			add(part, "code")
			continue
		}
		for j, piece := range strings.Split(part, "**") {
			if j%2 == 1 {
				add(piece, "strong")
			} else {
				add(piece, "")
			}
		}
	}
	return all
}

// spokenText is a text without the marks.
func spokenText(text string) string {
	return strings.NewReplacer("`", "", "**", "").Replace(text)
}

var roleClass = map[syntax.Role]string{syntax.Plain: "", syntax.Keyword: "keyword", syntax.Subject: "subject",
	syntax.Grant: "grant", syntax.Location: "location", syntax.Condition: "condition"}

// statementWords are the words of one statement on one line; failed are the places, counted from its start, that made it fail.
func statementWords(text string, failed []source.Span) []Word {
	var words []Word
	for _, t := range syntax.Tokens(source.NewFile("", text)) {
		piece, class := text[t.Start:t.End], roleClass[t.Role]
		bad := false
		for _, f := range failed {
			bad = bad || f.Start <= t.Start && t.End <= f.End
		}
		if t.Kind == syntax.Space {
			piece = " "
			if last := len(words) - 1; last >= 0 {
				class = words[last].Class // a blank belongs to what goes on behind it
			}
		}
		words = join(words, Word{piece, class, bad})
	}
	return unblank(words)
}

func join(words []Word, w Word) []Word {
	if last := len(words) - 1; last >= 0 && words[last].Class == w.Class && words[last].Failed == w.Failed {
		words[last].Text += w.Text
		return words
	}
	return append(words, w)
}

// unblank moves blanks at the end of underlined words out of them.
func unblank(words []Word) []Word {
	var out []Word
	for _, w := range words {
		text := strings.TrimRight(w.Text, " ")
		if w.Failed && text != w.Text && text != "" {
			out = append(out, Word{text, w.Class, true}, Word{" ", w.Class, false})
			continue
		}
		out = append(out, w)
	}
	return out
}

func flat(text string) string { return strings.Join(strings.Fields(text), " ") }
