package syntax

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"oci-policy-playground/engine/source"
)

// lexical finds what is wrong with the letters of a statement before its
// grammar is asked: foreign quotes, quotes and braces left open, stray
// characters, more of anything than the caps allow.
func lexical(text string, tokens []Token) source.Diagnostics {
	if len(tokens) > MaxTokens {
		return source.Diagnostics{*tooLong(tokens)}
	}
	var ds source.Diagnostics
	blankEnd := 0
	for i, t := range tokens {
		if t.Start < blankEnd {
			continue
		}
		if at, is := blank(text, tokens, i); is {
			blankEnd = at.End
			ds = append(ds, *wrong("placeholder", at, say("`%s` is a placeholder", text[at.Start:at.End]), "Put in its place what it stands for."))
			continue
		}
		switch t.Kind {
		case Foreign:
			ds = append(ds, *foreignQuotes(text, t))
		case Open:
			ds = append(ds, *openQuote(text, t))
		case Invalid:
			if d := escaped(text, tokens[i:]); d != nil {
				return source.Diagnostics{*d}
			}
			ds = append(ds, *stray(text, t))
		}
	}
	if len(ds) > 0 {
		return ds // what a quote swallowed may be the closing brace
	}
	return braces(text, tokens)
}

func span(t Token) source.Span { return source.Span{Start: t.Start, End: t.End} }

func after(t Token) source.Span { return source.Span{Start: t.End, End: t.End} }

func tooLong(tokens []Token) *source.Diagnostic {
	return wrong("statement-too-long", span(tokens[MaxTokens]), fmt.Sprintf("a statement has at most %d words and signs here", MaxTokens),
		"This one is longer and is not read. Split it into several statements.")
}

func foreignQuotes(text string, t Token) *source.Diagnostic {
	written := text[t.Start:t.End]
	_, open := utf8.DecodeRuneInString(written)
	_, closing := utf8.DecodeLastRuneInString(written)
	straight := InQuotes(written[open : len(written)-closing])
	return wrong("wrong-quotes", span(t), say("%s is not in straight single quotes", written),
		"Texts and names stand between straight single quotes. Word processors and chats put others there; type them anew.",
		write(span(t), straight))
}

func openQuote(text string, t Token) *source.Diagnostic {
	written := text[t.Start:t.End]
	mark, width := utf8.DecodeRuneInString(written)
	d := wrong("unclosed-quote", span(t), fmt.Sprintf("this %c is not closed on its line", mark),
		"It opens a text, and the rest of the line is taken for it. Close it where the text ends.")
	if mark == '/' {
		d.Detail = "It opens a pattern, and the rest of the line is taken for it. Close it where the pattern ends."
	}
	if inner := written[width:]; mark == '\'' || mark == '/' {
		d.Fixes = closed(inner, byte(mark), source.Span{Start: t.Start + width, End: t.End})
	}
	return d
}

// closed closes a text of a single word before the braces behind it, or where
// another quote stands for its own.
func closed(inner string, mark byte, at source.Span) []source.Fix {
	word := strings.TrimRight(inner, "}),;")
	end := at.Start + len(word)
	if other, width := utf8.DecodeLastRuneInString(word); strings.ContainsRune("’‘”“\"`", other) {
		return []source.Fix{source.Replace("close it with a straight quote", source.Span{Start: end - width, End: end}, string(mark))}
	}
	if word == "" || strings.ContainsFunc(word, isSpace) || strings.HasSuffix(word, `\`) {
		return nil
	}
	return []source.Fix{source.Replace(say("close it after `%s`", word), source.Span{Start: end, End: end}, string(mark))}
}

// stray tells about characters that belong to nothing. What copying brings
// along unseen can go; a dash was a hyphen.
func stray(text string, t Token) *source.Diagnostic {
	r, _ := utf8.DecodeRuneInString(text[t.Start:t.End])
	d := wrong("stray-character", span(t), fmt.Sprintf("the character %c means nothing here", r),
		"Names with unusual characters stand in single quotes. Remove it, or quote the name it belongs to.")
	switch {
	case r == utf8.RuneError && t.End-t.Start == 1:
		d.Summary, d.Detail = "this is not a character", "The text is damaged here: it is not UTF-8. Type it anew."
	case unicode.In(r, unicode.Cf, unicode.Cc):
		d.Summary, d.Detail = fmt.Sprintf("an invisible character, %U, stands here", r), "Copying from a page can bring it along. Remove it."
		d.Fixes = []source.Fix{source.Replace("remove it", span(t), "")}
	case unicode.Is(unicode.Pd, r) || r == '−':
		d.Summary, d.Detail = fmt.Sprintf("the dash %c is not a hyphen", r), "Word processors put it there. Write `-`."
		d.Fixes = []source.Fix{source.Replace("write `-`", span(t), "-")}
	}
	return d
}

// blanks are the marks around what is to be filled in: of documentation, of
// Terraform, of other templates. Between some stands code. Behind some words
// they may be what a statement has there, doubled or of the wrong kind.
var blanks = [...]struct {
	opening, closing string
	code             bool
	never            []string // behind these words
}{{"<", ">", false, nil}, {"[", "]", false, []string{"to", "in", "any", "all"}}, {"${", "}", true, nil}, {"{{", "}}", true, []string{"to", "any", "all"}}}

// longestBlank is how many bytes a blank may have between its marks.
const longestBlank = 200

// blank recognises a token that begins a blank to fill in. A name may go on as
// one.
func blank(text string, tokens []Token, i int) (at source.Span, is bool) {
	t, before := tokens[i], ""
	if i > 0 {
		before = strings.ToLower(text[tokens[i-1].Start:tokens[i-1].End])
	}
	from := t.End - 1
	for _, b := range blanks {
		inner, opens := strings.CutPrefix(text[from:], b.opening)
		if !opens || t.Kind != Word && t.Kind != Symbol || slices.Contains(b.never, before) {
			continue
		}
		inner = inner[:min(len(inner), longestBlank)]
		end := strings.Index(inner[:line(inner)], b.closing)
		if end > 0 && fills(inner[:end], b.code) {
			return source.Span{Start: t.Start, End: from + len(b.opening) + end + len(b.closing)}, true
		}
	}
	return at, false
}

// fills tells whether what stands between the marks of a blank is code, or else
// words. A comparison has a blank before its value.
func fills(inner string, code bool) bool {
	if code {
		return !strings.ContainsAny(inner, "{}")
	}
	return inner[0] != ' ' && !strings.ContainsFunc(inner, func(r rune) bool { return !isWord(r) && r != ' ' })
}

// clip keeps a quoted word in a message readable.
func clip(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) > most {
		return string([]rune(s[:min(len(s), most*utf8.UTFMax)])[:most-1]) + "…"
	}
	return s
}
