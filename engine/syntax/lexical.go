package syntax

import (
	"fmt"
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
	for i, t := range tokens {
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
		case Word, Symbol:
			if last := text[t.End-1]; last == '$' || last == '<' {
				ds = append(ds, blank(text, tokens[i:])...)
			}
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

// blank recognises blanks to fill in: `${name}` of a Terraform template and
// `<name>` of documentation.
func blank(text string, tokens []Token) source.Diagnostics {
	opening, closing := text[tokens[0].Start:tokens[0].End], ">"
	rest := tokens[1:]
	if strings.HasSuffix(opening, "$") && len(rest) > 0 && text[rest[0].Start:rest[0].End] == "{" && rest[0].Start == tokens[0].End {
		opening, closing, rest = "${", "}", rest[1:]
	}
	if opening != "<" && opening != "${" || len(rest) == 0 || rest[0].Kind != Word || opening == "<" && rest[0].Start != tokens[0].End {
		return nil
	}
	for i := 0; i < min(len(rest), 8); i++ {
		switch word := text[rest[i].Start:rest[i].End]; {
		case word == closing:
			at := source.Span{Start: tokens[0].Start, End: rest[i].End}
			return source.Diagnostics{*wrong("placeholder", at, say("`%s` is a placeholder", text[at.Start:at.End]), "Put in its place what it stands for.")}
		case rest[i].Kind != Word:
			return nil
		}
	}
	return nil
}

// clip keeps a quoted word in a message readable.
func clip(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) > most {
		return string([]rune(s[:min(len(s), most*utf8.UTFMax)])[:most-1]) + "…"
	}
	return s
}
