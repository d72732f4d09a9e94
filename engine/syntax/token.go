package syntax

import (
	"strings"

	"oci-policy-playground/engine/source"
)

// Kind is what a token is by its letters alone.
type Kind int8

const (
	Space   Kind = iota
	Comment      // from #, // or -- to the end of the line, or from /* to */
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
	text, tokens, _ := pieces(f.Text)
	for _, c := range split(text, tokens) {
		assignRoles(text, tokens[c.first:c.last])
	}
	return tokens
}

// assignRoles tells the role of each token of a statement.
func assignRoles(text string, statement []Token) {
	var r roles
	for i := range statement {
		if t := &statement[i]; t.Kind > Comment {
			t.Role = r.next(text[t.Start:t.End], t.Kind)
		}
	}
}

// roles walks a statement: the connecting words change the role of what follows
// them.
type roles struct {
	start string // the word it starts with; of two, the second
	role  Role
	depth int
	words int
}

// next is the role of the next word or sign.
func (r *roles) next(word string, kind Kind) Role {
	r.words++
	if role, ok := r.turn(strings.ToLower(word)); ok && kind == Word {
		r.role = role
		return Keyword
	}
	r.depth += nesting(word)
	return r.role
}

// turn tells whether a word begins another part of the statement.
func (r *roles) turn(word string) (Role, bool) {
	switch word {
	case "allow", "deny", "endorse", "admit", "define":
		return Subject, r.starts(word)
	case "to":
		return Grant, r.role == Subject && r.start != "define"
	case "in":
		return Location, r.role == Grant && r.depth == 0
	case "where":
		return Condition, r.role == Location || r.role == Grant
	case "with":
		return Grant, r.role == Location && r.crosses()
	case "of":
		return r.role, r.role == Subject && r.start == "admit" || r.role == Location && r.crosses()
	case "as":
		return Subject, r.role == Subject && r.start == "define"
	}
	return Plain, false
}

func (r *roles) crosses() bool { return r.start == "endorse" || r.start == "admit" }

// starts takes a start word; behind another one it starts a statement too.
func (r *roles) starts(word string) bool {
	if r.role == Plain || r.role == Subject && r.words == 2 {
		r.start = word
		return true
	}
	return false
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
