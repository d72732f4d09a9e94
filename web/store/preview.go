package store

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/source"
)

const (
	around  = 24  // bytes of the text on either side of an edit, and what is left of their words
	longest = 96  // bytes of such a word; a longer one is left out
	widest  = 240 // bytes that edits take away or put there
)

// preview shows what a fix does to the first text that it edits: words that go are of the class "cut", words that come "put".
func (s State) preview(fix source.Fix) []Word {
	if len(fix.Edits) == 0 {
		return nil
	}
	file := fix.Edits[0].Span.File
	text := s.textOf(file)
	edits := slices.DeleteFunc(slices.Clone(fix.Edits), func(e source.Edit) bool { return e.Span.File != file || e.Span.End > len(text) })
	if len(edits) == 0 {
		return nil
	}
	slices.SortStableFunc(edits, func(a, b source.Edit) int { return a.Span.Start - b.Span.Start })
	at := before(text, edits[0].Span.Start)
	words := []Word{{Text: lead(text, at)}}
	for _, e := range edits {
		if e.Span.Start < at || e.Span.End-edits[0].Span.Start > widest || len(e.New) > widest {
			break
		}
		words = append(words, Word{Text: text[at:e.Span.Start]}, Word{Text: text[e.Span.Start:e.Span.End], Class: "cut"}, Word{Text: e.New, Class: "put"})
		at = e.Span.End
	}
	if len(words) == 1 {
		return nil
	}
	end := behind(text, at)
	return shown(append(words, Word{Text: text[at:end]}, Word{Text: trail(text, end)}))
}

// before is where the words begin that are shown in front of an offset, on its line.
func before(text string, at int) int {
	line := strings.LastIndexByte(text[:at], '\n') + 1
	from := max(line, at-around)
	if start := max(line, strings.LastIndexByte(text[:from], ' ')+1); from-start <= longest {
		return start
	}
	return at
}

// behind is where those end that are shown after one.
func behind(text string, at int) int {
	line := len(text)
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		line = at + n
	}
	to := min(line, at+around)
	if blank := strings.IndexByte(text[to:line], ' '); blank >= 0 {
		line = to + blank
	}
	if line-to <= longest {
		return line
	}
	return at
}

// lead and trail stand for what is left out of the line.
func lead(text string, at int) string {
	if at > 0 && text[at-1] != '\n' {
		return "… "
	}
	return ""
}

func trail(text string, at int) string {
	if at < len(text) && text[at] != '\n' {
		return " …"
	}
	return ""
}

// shown are the words that there are, on one line.
func shown(words []Word) []Word {
	var all []Word
	for _, w := range words {
		if w.Text = strings.ReplaceAll(w.Text, "\n", " "); w.Text != "" {
			all = append(all, w)
		}
	}
	return all
}
