package syntax

import (
	"fmt"

	"oci-policy-playground/engine/source"
)

// lexical finds what is wrong with the letters of a statement before its
// grammar is asked: foreign quotes, quotes and braces left open, stray
// characters, more of anything than the caps allow.
func lexical(text string, tokens []Token) source.Diagnostics {
	if len(tokens) > MaxTokens {
		return source.Diagnostics{tooLong(tokens)}
	}
	var ds source.Diagnostics
	for _, t := range tokens {
		switch t.Kind {
		case Foreign:
			ds = append(ds, foreignQuotes(text, t))
		case Open:
			ds = append(ds, openQuote(text, t))
		case Invalid:
			ds = append(ds, stray(text, t))
		}
	}
	return append(ds, braces(text, tokens)...)
}

func span(t Token) source.Span { return source.Span{Start: t.Start, End: t.End} }

func after(t Token) source.Span { return source.Span{Start: t.End, End: t.End} }

func tooLong(tokens []Token) source.Diagnostic {
	return source.Diagnostic{Severity: source.Error, Code: "statement-too-long", Span: span(tokens[MaxTokens]),
		Summary: fmt.Sprintf("a statement has at most %d words and signs here", MaxTokens),
		Detail:  "This one is longer and is not read. Split it into several statements."}
}

func foreignQuotes(text string, t Token) source.Diagnostic {
	written := text[t.Start:t.End]
	inner := []rune(written)
	straight := "'" + string(inner[1:len(inner)-1]) + "'"
	return source.Diagnostic{Severity: source.Error, Code: "wrong-quotes", Span: span(t),
		Summary: fmt.Sprintf("`%s` has quotes the language does not know", clip(written)),
		Detail:  "Texts and names stand between straight single quotes. Word processors and chats turn them into others; type them anew.",
		Fixes:   []source.Fix{source.Replace("write "+clip(straight), span(t), straight)},
		Source:  conditionsPage}
}

func openQuote(text string, t Token) source.Diagnostic {
	mark := []rune(text[t.Start:t.End])[0]
	return source.Diagnostic{Severity: source.Error, Code: "unclosed-quote", Span: span(t),
		Summary: fmt.Sprintf("this %c is not closed on its line", mark),
		Detail:  "Everything behind it would be swallowed. Close it where the text ends."}
}

func stray(text string, t Token) source.Diagnostic {
	return source.Diagnostic{Severity: source.Error, Code: "stray-character", Span: span(t),
		Summary: fmt.Sprintf("the character %+q means nothing here", text[t.Start:t.End]),
		Detail:  "Names with unusual characters stand in single quotes. Remove it, or quote the name it belongs to."}
}

// braces checks that what is opened is closed, and not opened too often.
func braces(text string, tokens []Token) source.Diagnostics {
	var open []Token
	for _, t := range tokens {
		switch word := text[t.Start:t.End]; {
		case t.Kind != Symbol:
		case word == "{" || word == "(":
			if open = append(open, t); len(open) > MaxNesting {
				return source.Diagnostics{tooDeep(t)}
			}
		case (word == "}" || word == ")") && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return nil
	}
	return source.Diagnostics{unclosed(text, open[len(open)-1], tokens[len(tokens)-1])}
}

func tooDeep(t Token) source.Diagnostic {
	return source.Diagnostic{Severity: source.Error, Code: "too-deep", Span: span(t),
		Summary: fmt.Sprintf("braces nest at most %d deep here", MaxNesting),
		Detail:  "This statement goes deeper and is not read. Flatten the condition or split the statement."}
}

func unclosed(text string, open, last Token) source.Diagnostic {
	mark := text[open.Start:open.End]
	closer := map[string]string{"{": "}", "(": ")"}[mark]
	return source.Diagnostic{Severity: source.Error, Code: "unclosed-brace", Span: span(open),
		Summary: fmt.Sprintf("this `%s` is never closed", mark),
		Detail:  fmt.Sprintf("A `%s` is missing before the statement ends.", closer),
		Fixes:   []source.Fix{source.Replace(fmt.Sprintf("close it with `%s` at the end", closer), after(last), closer)}}
}

// clip keeps a quoted word in a message readable.
func clip(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}
