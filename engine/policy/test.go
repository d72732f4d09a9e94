package policy

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/syntax"
)

// Test is a bound condition: *Every, *Some or *Leaf.
type Test interface {
	// Node is the condition as written.
	Node() syntax.If
}

// Every holds when all below it hold.
type Every struct {
	Syntax *syntax.Group
	Under  []Test
}

// Some holds when one below it holds.
type Some struct {
	Syntax *syntax.Group
	Under  []Test
}

// Leaf is one comparison.
type Leaf struct {
	Syntax syntax.If
	Op     Op
	Left   Term
	Right  []Term
	// Fold: strings are compared without regard to case.
	Fold bool
	// Never says why the leaf cannot hold, whatever the request; "" when it can.
	Never string
}

func (e *Every) Node() syntax.If { return e.Syntax }
func (s *Some) Node() syntax.If  { return s.Syntax }
func (l *Leaf) Node() syntax.If  { return l.Syntax }

// Op is what a leaf asks.
type Op uint8

const (
	Equal Op = 1 + iota
	NotEqual
	In
	NotIn
	Less
	AtMost
	Greater
	AtLeast
	Before
	After
	Between
	Intersect // sets-intersect
	SameSet   // sets-equal
	IsSet     // the variable alone
	IsUnset   // !variable
)

// TermKind is what stands on a side of a comparison.
type TermKind uint8

const (
	Literal TermKind = 1 + iota
	Pattern          // * stands for any run of characters
	Variable
)

// Term is one side of a comparison.
type Term struct {
	Kind TermKind
	Text string            // a literal's text, a pattern, or a variable's name in lower case
	Var  *catalog.Variable // nil when the catalog does not know the variable
}
