package redact

import (
	"sort"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// broken is a statement or a rule that could not be read. What its words name is
// told by the words before them.
type broken struct {
	*edits
	rule   bool
	naming string // the kind of what is named next, "" for nothing
	named  bool   // a name was just read
}

func (b broken) read(at source.Span) {
	first := sort.Search(len(b.tokens), func(i int) bool { return b.tokens[i].Start >= at.Start })
	for _, t := range b.tokens[first:] {
		if t.End > at.End {
			break
		}
		if t.Kind > syntax.Comment {
			b.next(t)
		}
	}
}

// next replaces a token where it names something.
func (b *broken) next(t syntax.Token) {
	at := b.file.Span(t.Start, t.End)
	text := b.file.Slice(at)
	kind, leads := leading[strings.ToLower(text)]
	switch {
	case t.Kind == syntax.Symbol:
		if text != "," && text != "/" {
			b.naming = ""
		}
	case tenancy.IsOCID(text):
		b.replace(at, b.id)
		b.named = true
	case leads && !b.rule:
		b.naming, b.named = orElse(kind, b.naming), false
	case t.Role == syntax.Keyword || b.named && ends(text):
		b.naming = ""
	case b.naming != "" && t.Role != syntax.Condition:
		kind := b.naming
		b.replace(at, func(name string) string { return b.names.of(kind, name) })
		b.named = true
	case t.Kind == syntax.Word || t.Kind == syntax.Pattern:
		b.replace(at, b.loose)
	default:
		b.replace(at, func(text string) string { return b.value("", text) })
	}
}

// loose is a word by itself: it may be a slip of any word of the language.
func (b *broken) loose(word string) string {
	if isMail(word) || b.names.known(word) && !catalogued(word) {
		return b.names.of("user", word)
	}
	return word
}

// leading are the words that a name follows, and the kind of it; "" for what the
// word before says.
var leading = map[string]string{"group": "group", "groups": "group", "dynamic-group": "dynamic group", "compartment": "compartment", "user": "user",
	"id": "", "of": "", "as": "", "and": ""}

// ends tells that a word behind a name is not part of it: it is of the catalog or
// a slip of a verb.
func ends(word string) bool {
	low := strings.ToLower(word)
	for _, verb := range [...]string{"inspect", "read", "use", "manage", "to", "in", "where"} {
		if strings.HasPrefix(low, verb) {
			return true
		}
	}
	return catalogued(word)
}

// catalogued tells words of the catalog.
func catalogued(word string) bool {
	c := catalog.Default()
	_, isType := c.Resource(word)
	_, isPermission := c.Permission(word)
	_, isVerb := catalog.ParseVerb(word)
	return isType || isPermission || isVerb
}
