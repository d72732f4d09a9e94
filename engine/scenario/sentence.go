package scenario

import (
	"github.com/alecthomas/participle/v2/lexer"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/source"
)

// The grammar of a check. Each struct is a rule, its tags read as EBNF, and a
// value of it is the tree. Keywords are matched in any case and only where they
// stand; a name that is one is written in quotes.

// Sentence is `<who> may <ask> in <place> [with <given>, ...]`.
type Sentence struct {
	At
	Who   *Who    `parser:"@@"`
	May   *May    `parser:"@@"`
	Ask   Ask     `parser:"@@"`
	Where *Place  `parser:"'in' @@"`
	With  []Given `parser:"('with' @@ (',' @@)*)?"`
}

// Who is the caller: a user by name, or a kind of caller and its name; of
// another tenancy where that is said.
type Who struct {
	At
	Kind *Name `parser:"((?! (Word | String) ('may' | 'might' | 'of')) @@)?"`
	Name *Name `parser:"@@"`
	Of   *Name `parser:"('of' @@)?"`
}

// May is what the sentence claims: that it is allowed, that it is not, or that
// it hangs on something nobody said.
type May struct {
	At
	Might bool `parser:"( @'might' | 'may' )"`
	Not   bool `parser:"@'not'?"`
}

// Ask is what is asked for.
type Ask interface {
	Node
	ask()
}

// Permissions is `{BUCKET_READ, OBJECT_READ}`.
type Permissions struct {
	At
	Names []*Name `parser:"'{' @@ (',' @@)* '}'"`
}

// VerbOn is `manage buckets`.
type VerbOn struct {
	At
	Verb *Name `parser:"(?! 'in') @@"`
	Type *Name `parser:"(?! 'in') @@"`
}

// Call is the name of an operation, `ListBuckets` or `iam:ListUsers`.
type Call struct {
	At
	Name *Name `parser:"(?! 'in') @@"`
}

// Place is a compartment by its path from the root, or `tenancy`.
type Place struct {
	At
	Path *Name `parser:"@@"`
	Of   *Name `parser:"('of' @@)?"`
}

// Given is something known about the request.
type Given interface {
	Node
	given()
}

// Absent is a variable that the request does not carry.
type Absent struct {
	At
	Variable *Name `parser:"'absent' @@"`
}

// Unless is a circumstance that does not hold.
type Unless struct {
	At
	Circumstance *Name `parser:"'not' @@"`
}

// Holds is a circumstance that does.
type Holds struct {
	At
	Circumstance *Name `parser:"@@"`
}

// Equals is what a variable holds: one member or a list of them.
type Equals struct {
	At
	Variable *Name      `parser:"@@ '='"`
	Members  []*Literal `parser:"(@@ | '(' (@@ (',' @@)*)? ')')"`
}

// Elsewhere is where the resources of one type are that the operation touches.
type Elsewhere struct {
	At
	Type  *Name  `parser:"@@"`
	Where *Place `parser:"'in' @@"`
}

// Literal is a value. Only a number may stand without quotes.
type Literal struct {
	At
	Bare string `parser:"( @Word"`
	Text Text   `parser:"| @String )"`
}

// Name is a name, in quotes or not.
type Name struct {
	At
	Text Text `parser:"@(Word | String)"`
}

// Text is a text whose quotes have been taken off.
type Text string

// Capture takes the text from its token.
func (t *Text) Capture(tokens []string) error {
	for rest := tokens[0]; rest != ""; {
		kind, width := piece(rest)
		if s := rest[:width]; kind == text {
			*t += Text(unescape.Replace(s[1 : width-1]))
		} else {
			*t += Text(s)
		}
		rest = rest[width:]
	}
	return nil
}

// Node is a part of a sentence.
type Node interface{ Span() source.Span }

// At is the place of a node in its file, as the tokens it was read from; the
// first of them may be the blank before it.
type At struct{ Tokens []lexer.Token }

// Span is the place as a range of bytes.
func (a At) Span() source.Span {
	first, last := a.Tokens[0], a.Tokens[len(a.Tokens)-1]
	if first.Type == blank {
		first = a.Tokens[1]
	}
	return tokenSpan(first).To(tokenSpan(last))
}

func (*Permissions) ask() {}
func (*VerbOn) ask()      {}
func (*Call) ask()        {}

func (*Absent) given()    {}
func (*Unless) given()    {}
func (*Holds) given()     {}
func (*Equals) given()    {}
func (*Elsewhere) given() {}

// Want is the verdict the sentence claims.
func (s *Sentence) Want() authz.Verdict {
	switch {
	case s.May.Might:
		return authz.Conditional
	case s.May.Not:
		return authz.Deny
	}
	return authz.Allow
}
