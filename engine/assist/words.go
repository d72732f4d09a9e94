package assist

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"oci-policy-playground/engine/syntax"
)

// checkTokens cuts a line of checks as the language of checks has it: words hold
// slashes and colons, and the roles are those of its own keywords.
func checkTokens(text string, from, to int) []syntax.Token {
	line := strings.TrimLeftFunc(text[from:to], unicode.IsSpace)
	if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "//") {
		return []syntax.Token{{Kind: syntax.Comment, Start: to - len(line), End: to}}
	}
	var tokens []syntax.Token
	roles := roleReader{role: syntax.Subject}
	for at := from; at < to; {
		kind, width := checkToken(text[at:to])
		if kind != syntax.Space {
			t := syntax.Token{Kind: kind, Start: at, End: at + width}
			t.Role = roles.of(strings.ToLower(text[at:at+width]), kind)
			tokens = append(tokens, t)
		}
		at += width
	}
	return tokens
}

func checkToken(rest string) (syntax.Kind, int) {
	r, width := utf8.DecodeRuneInString(rest)
	switch {
	case unicode.IsSpace(r):
		return syntax.Space, width
	case r == '\'':
		return checkString(rest)
	case strings.ContainsRune("{}(),=", r):
		return syntax.Symbol, width
	}
	end := strings.IndexFunc(rest[width:], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("{}(),='", r) })
	if end < 0 {
		return syntax.Word, len(rest)
	}
	return syntax.Word, width + end
}

func checkString(rest string) (syntax.Kind, int) {
	for i := 1; i < len(rest); i++ {
		if rest[i] == '\\' {
			i++
		} else if rest[i] == '\'' {
			return syntax.String, i + 1
		}
	}
	return syntax.Open, len(rest)
}

// roleReader gives the words of a check their roles, one after the other.
type roleReader struct {
	role  syntax.Role
	words int // read in this role
	with  bool
	depth int
	equal bool // behind `=`
}

func (r *roleReader) of(word string, kind syntax.Kind) syntax.Role {
	if next, ok := r.turn(word); ok && kind == syntax.Word {
		r.role, r.words, r.with = next, 0, r.with || word == "with"
		return syntax.Keyword
	}
	r.words++
	switch word {
	case "{", "(":
		r.depth++
	case "}", ")":
		r.depth--
	case "=":
		r.equal = true
	case ",":
		if r.depth == 0 && r.with {
			r.role, r.equal, r.words = syntax.Condition, false, 0
		}
	}
	return r.role
}

func (r *roleReader) turn(word string) (syntax.Role, bool) {
	switch word {
	case "may", "might":
		return syntax.Grant, r.role == syntax.Subject && r.words > 0
	case "not":
		return syntax.Grant, r.role == syntax.Grant && r.words == 0
	case "in":
		return syntax.Location, r.depth == 0 && (r.role == syntax.Grant && r.words > 0 || r.role == syntax.Condition && r.words == 1 && !r.equal)
	case "with":
		return syntax.Condition, r.role == syntax.Location && !r.with && r.words > 0
	}
	return r.role, false
}
