package assist

import (
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/syntax"
)

// state is where in a condition the caret is.
type state struct {
	want     want
	variable string // that is being compared, in lower case
	open     []byte // brackets that are open
}

type want uint8

const (
	aVariable want = iota
	onlyVariable
	operator
	aValue
	aList
	conjunction // `and` of between
	aBrace      // the brace behind any and all
	nothing
)

// step follows the words of a condition up to the caret.
func (p *passage) step(part []syntax.Token) state {
	s := state{}
	for _, t := range part {
		s.read(p.low(t), t.Kind)
	}
	return s
}

func (s *state) read(word string, kind syntax.Kind) {
	if kind == syntax.Symbol {
		s.symbol(word)
		return
	}
	switch {
	case s.want == aBrace || s.want == aVariable && (word == "any" || word == "all"):
		s.want = aBrace
	case s.want == aVariable && strings.HasPrefix(word, "sets-"):
		s.want, s.variable = aList, ""
	case s.want == operator:
		s.operator(word)
	case s.want == aList:
		s.want = aList
	case s.want == aVariable || s.want == onlyVariable:
		s.variable = word
		if s.want = operator; s.inList() {
			s.want = nothing
		}
	case s.want == aValue && strings.HasSuffix(s.variable, "time-of-day"):
		s.want = conjunction
	case s.want == conjunction && word == "and":
		s.want = aValue
		s.variable = strings.TrimSuffix(s.variable, "-of-day") + "-end"
	default:
		s.want = nothing
	}
}

// operator reads a word behind a variable.
func (s *state) operator(word string) {
	switch word {
	case "before", "after", "between":
		s.want = aValue
	case "in", "not":
		s.want = aList
	default:
		s.want = nothing
	}
}

func (s *state) inList() bool { return len(s.open) > 0 && s.open[len(s.open)-1] == '(' }

func (s *state) symbol(word string) {
	switch word {
	case "{":
		s.open, s.want = append(s.open, '{'), aVariable
	case "(":
		s.open = append(s.open, '(')
		if s.want = aValue; s.variable == "" {
			s.want = onlyVariable
		}
	case "}", ")":
		s.open, s.want = s.open[:max(0, len(s.open)-1)], nothing
	case ",":
		switch {
		case !s.inList():
			s.want, s.variable = aVariable, ""
		default:
			s.want = aValue
		}
	case "!":
		s.want = onlyVariable
	case "/":
	default:
		if s.want == operator {
			s.want = aValue
		}
	}
}

// condition offers what a condition, or a matching rule, can go on with.
func (l *list) condition(part []syntax.Token) {
	s := l.p.step(part)
	switch s.want {
	case aVariable:
		l.combinations(s)
		l.variables()
		l.sets()
	case onlyVariable:
		l.variables()
	case operator:
		l.operators(s.variable)
	case aValue:
		l.values(s.variable)
	case aList:
		if last := part[len(part)-1]; l.p.low(last) == "not" {
			l.add("condition", "in", "in (", "none of a list")
		} else {
			l.add("condition", "(", "(", "one or more values")
		}
	case conjunction:
		l.words("condition", "and", "until")
	case aBrace:
		l.add("condition", "{", "{", "tests, separated by commas")
	}
}

func (l *list) combinations(s state) {
	if l.query == "" && len(s.open) > 0 {
		return // after the first one, variables are likelier
	}
	l.add("condition", "all {", "all {", "every one of these holds")
	l.add("condition", "any {", "any {", "one of these holds")
}

func (l *list) sets() {
	if l.p.Kind == Policy {
		l.add("condition", "sets-intersect", "sets-intersect(", "two sets share a member")
		l.add("condition", "sets-equal", "sets-equal(", "two sets are the same")
	}
}

type sign struct{ word, insert, says string }

var (
	equality = []sign{{"=", "= ", "is"}, {"!=", "!= ", "is not; false when it is absent"}}
	member   = []sign{{"in", "in (", "is one of a list"}, {"not in", "not in (", "is none of a list; false when it is absent"}}
	instant  = []sign{{"before", "before ", "earlier than"}, {"after", "after ", "later than"}}
	daytime  = []sign{{"between", "between ", "from one time to another, in UTC"}}
	order    = []sign{{"<", "< ", "less than"}, {"<=", "<= ", "at most"}, {">", "> ", "more than"}, {">=", ">= ", "at least"}}
)

// signs is the operators that fit a variable.
func (c *Context) signs(variable string) []sign {
	v, known := c.Catalog.Variable(variable)
	switch {
	case c.Kind == Check:
		return equality[:1]
	case c.Kind == Rule || known && v.Type == catalog.Boolean:
		return equality
	case known && v.Type == catalog.Instant:
		return instant
	case known && v.Type == catalog.TimeOfDay:
		return daytime
	case known && v.Type == catalog.Number:
		return append(equality[:2:2], order...)
	}
	return append(equality[:2:2], member...)
}

func (l *list) operators(variable string) {
	for _, o := range l.p.signs(variable) {
		l.add("condition", o.word, o.insert, o.says)
	}
}
