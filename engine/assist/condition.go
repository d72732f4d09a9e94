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
func step(part []word) state {
	s := state{}
	for k := range part {
		s.read(&part[k])
	}
	return s
}

func (s *state) read(w *word) {
	word := w.low
	if w.kind == syntax.Symbol {
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
func (l *list) condition(part []word) {
	s := step(part)
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
		if s.inList() {
			l.leaveOut()
		}
		l.values(s.variable)
	case aList:
		if part[len(part)-1].low == "not" {
			l.table("condition", "in|none of a list|in (")
		} else {
			l.table("condition", "(|one or more values|(")
		}
	case conjunction:
		l.table("condition", "and|until")
	case aBrace:
		l.table("condition", "{|tests, separated by commas|{")
	}
}

func (l *list) combinations(s state) {
	if l.query == "" && len(s.open) > 0 {
		return // after the first one, variables are likelier
	}
	l.table("condition", "all {|every one of these holds|all {\nany {|one of these holds|any {")
}

func (l *list) sets() {
	if l.p.Kind == Policy {
		l.table("condition", "sets-intersect|two sets share a member|sets-intersect(\nsets-equal|two sets are the same|sets-equal(")
	}
}

const (
	equality = "=|is\n!=|is not; false when it is absent"
	member   = "\nin|is one of a list|in (\nnot in|is none of a list; false when it is absent|not in ("
	order    = "\n<|less than\n<=|at most\n>|more than\n>=|at least"
)

// operators offers those that fit a variable.
func (l *list) operators(variable string) {
	kind := catalog.String
	if v, ok := l.p.Catalog.Variable(variable); ok {
		kind = v.Type
	}
	signs := equality + member
	switch {
	case l.p.Kind == Check:
		signs = "=|is"
	case l.p.Kind == Rule || kind == catalog.Boolean:
		signs = equality
	case kind == catalog.Instant:
		signs = "before|earlier than\nafter|later than"
	case kind == catalog.TimeOfDay:
		signs = "between|from one time to another, in UTC"
	case kind == catalog.Number:
		signs = equality + order
	}
	l.table("condition", signs)
}
