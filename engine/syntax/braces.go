package syntax

import (
	"fmt"

	"oci-policy-playground/engine/source"
)

// braces checks that what is opened is closed by its own kind, and not opened
// too often.
func braces(text string, tokens []Token) source.Diagnostics {
	var open []Token
	for i, t := range tokens {
		switch word := text[t.Start:t.End]; {
		case t.Kind != Symbol:
		case word == "{" || word == "(":
			if open = append(open, t); len(open) > MaxNesting {
				return source.Diagnostics{*tooDeep(t)}
			}
		case word != "}" && word != ")":
		case len(open) == 0:
			return source.Diagnostics{*unopened(text, tokens[:i], t)}
		case closers[text[open[len(open)-1].Start]] != word[0]:
			return source.Diagnostics{*mismatched(text, open[len(open)-1], t)}
		case twice(text, open, tokens[i:]):
			return source.Diagnostics{*doubled(open[len(open)-2], tokens[i+1])}
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return nil
	}
	return source.Diagnostics{*unclosed(text, open, tokens)}
}

var closers = map[byte]byte{'{': '}', '(': ')'}

// twice tells whether the braces that close here stand in others with nothing
// between.
func twice(text string, open, rest []Token) bool {
	inner := len(open) - 1
	return inner > 0 && open[inner-1].End == open[inner].Start && text[open[inner-1].Start:open[inner].End] == "{{" &&
		len(rest) > 1 && text[rest[0].Start:rest[1].End] == "}}"
}

func doubled(opens, closes Token) *source.Diagnostic {
	return wrong("doubled-braces", source.Span{Start: opens.Start, End: closes.End}, "the braces stand twice", "Templates want them so; OCI does not.",
		source.Fix{Title: "write them once", Edits: []source.Edit{{Span: span(opens)}, {Span: span(closes)}}})
}

func tooDeep(t Token) *source.Diagnostic {
	return wrong("too-deep", span(t), fmt.Sprintf("braces nest at most %d deep here", MaxNesting),
		"This statement goes deeper and is not read. Flatten the condition or split the statement.")
}

func unopened(text string, before []Token, t Token) *source.Diagnostic {
	word := text[t.Start:t.End]
	fix := source.Replace(say("remove the `%s`", word), span(t), "")
	if opener, ok := lacking(text, before, word); ok {
		mark := map[string]string{"}": "{", ")": "("}[word]
		fix = source.Replace(say("write `%s` after `%s`", mark, text[opener.Start:opener.End]), after(opener), " "+mark)
	}
	return wrong("unopened-brace", span(t), say("this `%s` closes nothing", word), "Remove it, or open what it should close.", fix)
}

// lacking is the word that a brace should have followed, if the last of such
// words has none.
func lacking(text string, before []Token, closer string) (Token, bool) {
	for i := len(before) - 1; i >= 0; i-- {
		t := before[i]
		switch {
		case t.Kind == Symbol && nesting(text[t.Start:t.End]) != 0:
			return t, false
		case closer == ")" && isWordOf(text, t, "in"), closer == "}" && (isWordOf(text, t, "any") || isWordOf(text, t, "all") || isWordOf(text, t, "to")):
			return t, true
		}
	}
	return Token{}, false
}

func mismatched(text string, open, end Token) *source.Diagnostic {
	mark, closer := text[open.Start:open.End], string(closers[text[open.Start]])
	d := wrong("mismatched-brace", span(end), say("`%s` does not close `%s`", text[end.Start:end.End], mark),
		say("What begins with `%s` ends with `%s`.", mark, closer), write(span(end), closer))
	d.Notes = []source.Note{{Span: span(open), Text: say("the `%s` stands here", mark)}}
	return d
}

// unclosed offers to close everything that is open: permissions before the
// location, the rest at the end. What is empty so far is not offered to be
// closed.
func unclosed(text string, open, tokens []Token) *source.Diagnostic {
	innermost := open[len(open)-1]
	missing := ""
	for i := len(open) - 1; i >= 0; i-- {
		missing += string(closers[text[open[i].Start]])
	}
	at, where := after(tokens[len(tokens)-1]), "at the end"
	if end, ok := permissionsEnd(text, open, tokens); ok {
		at, where = after(end), say("after `%s`", text[end.Start:end.End])
	}
	d := wrong("unclosed-brace", span(innermost), say("this `%s` is never closed", text[innermost.Start:innermost.End]),
		say("Write `%s` where what it opens ends.", missing[:1]))
	if last := text[at.Start-1]; last != ',' && last != text[innermost.Start] {
		d.Fixes = []source.Fix{source.Replace(say("write `%s` %s", missing, where), at, missing)}
	}
	return d
}

// permissionsEnd is the last token before the location, if the one brace left
// open is that of the permissions.
func permissionsEnd(text string, open, tokens []Token) (Token, bool) {
	for i, t := range tokens {
		if isWordOf(text, t, "where") || len(open) > 1 {
			break
		}
		if isWordOf(text, t, "in") && open[0].Start < t.Start && tokens[i-1] != open[0] {
			return tokens[i-1], true
		}
	}
	return Token{}, false
}
