package syntax

import (
	"strings"

	"oci-policy-playground/engine/source"
)

// Kind is what a token is by its letters alone.
type Kind int8

const (
	Space   Kind = iota
	Comment      // from #, // or -- to the end of the line
	Word         // a keyword, name, variable, permission, path or OCID
	Number       // digits and nothing else
	String       // 'text'
	Pattern      // /text*/
	Symbol       // an operator, brace, bracket, comma, slash or colon
	Foreign      // "text", ‘text’ or “text”: quotes OCI does not know
	Open         // a quote or pattern that its line does not close
	Invalid      // anything else
)

// Token is a piece of a text. The tokens of a text, one after the other, are
// the text.
type Token struct {
	Kind       Kind
	Start, End int // bytes
	Role       Role
}

// Role is what a token does in its statement, as far as it can be told from the
// words before it. It works for half-written statements as well as for whole
// ones, and is what the editor colours by.
type Role uint8

const (
	Plain     Role = iota
	Keyword        // allow, to, in, where
	Subject        // who
	Grant          // may do what
	Location       // where
	Condition      // under which circumstances
)

func (r Role) String() string {
	return [...]string{"plain", "keyword", "subject", "grant", "location", "condition"}[r]
}

// Tokens returns the tokens of a policy with their roles. It is the same lexer
// that parsing uses, so what is coloured and what is understood cannot differ.
func Tokens(f *source.File) []Token {
	tokens := scan(f.Text)
	for _, c := range split(f.Text, tokens) {
		assignRoles(f.Text, tokens[c.first:c.last])
	}
	return tokens
}

// assignRoles walks a statement: the connecting words change the role of what
// follows them.
func assignRoles(text string, statement []Token) {
	role, depth := Plain, 0
	for i := range statement {
		t := &statement[i]
		if t.Kind <= Comment {
			continue
		}
		word := text[t.Start:t.End]
		if next, ok := turn(word, role, depth); ok && t.Kind == Word {
			t.Role, role = Keyword, next
			continue
		}
		t.Role = role
		depth += nesting(word)
	}
}

// turn tells whether a word begins another part of a statement.
func turn(word string, role Role, depth int) (Role, bool) {
	next, ok := begun(word)
	switch next {
	case Subject:
		ok = ok && (role == Plain || role == Subject)
	case Grant:
		ok = ok && role == Subject
	case Location:
		ok = ok && role == Grant && depth == 0
	case Condition:
		ok = ok && (role == Location || role == Grant)
	}
	return next, ok
}

// begun is the part of a statement that a connecting word begins.
func begun(word string) (Role, bool) {
	switch strings.ToLower(word) {
	case "allow", "deny", "endorse", "admit", "define":
		return Subject, true
	case "to":
		return Grant, true
	case "in":
		return Location, true
	case "where":
		return Condition, true
	}
	return Plain, false
}

func nesting(word string) int {
	switch word {
	case "{", "(":
		return 1
	case "}", ")":
		return -1
	}
	return 0
}
