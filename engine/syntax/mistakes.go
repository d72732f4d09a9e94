package syntax

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/source"
)

func noStart(m *moment) *source.Diagnostic {
	d := wrong("not-a-statement", m.at(0), say("a statement does not begin with `%s`", m.written(0)), wanted[Plain]+" Remarks stand behind `#` or `//`.")
	if start := meantStart(m.word(0)); start != "" && len(m.tokens) > 1 {
		d.Detail = say("Did you mean `%s`? ", start) + d.Detail
		d.Fixes = []source.Fix{write(m.at(0), start)}
	}
	return d
}

// meantStart is the start word that somebody meant.
func meantStart(word string) string {
	switch word {
	case "grant", "permit":
		return "Allow"
	case "forbid", "block":
		return "Deny"
	}
	start, _ := suggest.Closest(word, slices.Values([]string{"Allow", "Deny", "Endorse", "Admit", "Define"}))
	return start
}

// noAllow recognises a statement that begins with its subject.
func noAllow(m *moment) *source.Diagnostic {
	w := m.word(0)
	if !slices.Contains(subjects, w) || m.seek(0, "to") > m.last() {
		return nil
	}
	return wrong("missing-allow", m.at(0), say("`Allow` is missing before `%s`", w), "A statement begins with it.",
		source.Replace("insert `Allow`", m.before(0), "Allow "))
}

// runTogether recognises statements whose blanks were lost in copying.
func runTogether(m *moment) *source.Diagnostic {
	word := m.written(0)
	if m.i != 0 || !startWord(word) {
		return nil
	}
	for _, start := range [...]string{"allow", "deny", "endorse", "admit", "define"} {
		rest, ok := strings.CutPrefix(strings.ToLower(word), start)
		if !ok || rest == "" {
			continue
		}
		apart := word[:len(start)] + " " + separate(word[len(start):])
		return wrong("words-run-together", m.at(0), say("the words in `%s` have run together", word),
			"Copying from a page can lose the blanks. Put them back.", write(m.at(0), apart))
	}
	return nil
}

// separate puts blanks around the subject's kind and before a final `to`.
func separate(word string) string {
	for _, kind := range subjects {
		if name, ok := cutFold(word, kind); ok {
			if bare, ok := strings.CutSuffix(name, "to"); ok {
				name = strings.TrimSpace(bare + " to")
			}
			return strings.TrimSpace(word[:len(kind)] + " " + name)
		}
	}
	return word
}

// subjects are the words a subject begins with.
var subjects = []string{"dynamic-group", "group", "any-user", "any-group", "service"}

func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// keywords are the words that never follow themselves.
var keywords = []string{"allow", "group", "dynamic-group", "any-user", "any-group", "service", "to", "inspect", "read", "use", "manage",
	"in", "tenancy", "compartment", "id", "where", "any", "all", "and", "=", "!="}

// repeated recognises a keyword written twice; reading may have gone on a
// word or two too far.
func repeated(m *moment) *source.Diagnostic {
	for _, k := range [...]int{0, -1, -2} {
		if w := m.word(k); w != "" && w == m.word(k-1) && slices.Contains(keywords, w) {
			at := source.Span{Start: m.at(k - 1).End, End: m.at(k).End}
			return wrong("repeated-word", m.at(k), say("`%s` stands here twice", w), "Once is enough.",
				source.Replace(say("leave out the second `%s`", w), at, ""))
		}
	}
	return nil
}

func semicolon(m *moment) *source.Diagnostic {
	if m.word(0) != ";" {
		return nil
	}
	return wrong("semicolon", m.at(0), "statements do not end with `;`", "A statement ends where the next one begins, on a line of its own.",
		source.Replace("remove the `;`", m.at(0), ""))
}
