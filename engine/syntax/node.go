package syntax

import "github.com/alecthomas/participle/v2/lexer"

// Node is a part of a statement. Its place is counted in bytes from the start
// of the statement, so that a statement that only moves need not be read again;
// [Statement.Place] tells where it stands in its file.
type Node interface {
	start() int
	end() int
}

// At is the place of a node within its statement, as the tokens it was read
// from.
type At struct{ Tokens []lexer.Token }

func (a At) start() int { return a.Tokens[0].Pos.Offset }

func (a At) end() int {
	last := a.Tokens[len(a.Tokens)-1]
	return last.Pos.Offset + len(last.Value)
}

func (*Groups) who()    {}
func (*Services) who()  {}
func (*Anyone) who()    {}
func (*Resources) who() {}

func (*Verb) action()        {}
func (*Permissions) action() {}
func (*Associate) action()   {}

func (*Verb) deed()        {}
func (*Permissions) deed() {}
func (*Associate) deed()   {}

func (*Tenancy) in()      {}
func (*ByID) in()         {}
func (*ByPath) in()       {}
func (*AnyTenancy) in()   {}
func (*NamedTenancy) in() {}
func (*PathOf) in()       {}

func (*Tenancy) reach()      {}
func (*ByID) reach()         {}
func (*ByPath) reach()       {}
func (*AnyTenancy) reach()   {}
func (*NamedTenancy) reach() {}
func (*PathOf) reach()       {}

func (*Group) cond()   {}
func (*Unset) cond()   {}
func (*Sets) cond()    {}
func (*OneOf) cond()   {}
func (*Between) cond() {}
func (*Compare) cond() {}
func (*Set) cond()     {}

func (*Text) operand()   {}
func (*Glob) operand()   {}
func (*Var) operand()    {}
func (*Digits) operand() {}
func (*List) operand()   {}
