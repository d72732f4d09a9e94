package policy

import (
	"fmt"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// timeOperator refuses operators that a variable for time does not have, and
// those for time on any other variable: before and after compare instants,
// between a time of day, and neither is compared by anything else. It tells
// whether operator and variable go together.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policies/scoping-policy-by-time.htm
func (b *binder) timeOperator(leaf *Leaf, n *syntax.Var) bool {
	v := leaf.Left.Var
	if v == nil || suits(leaf.Op, v.Type) {
		return true
	}
	summary := fmt.Sprintf("`%s` is not compared in this way", v.Name)
	detail := "Instants are compared by `before` and `after`, a time of day by `between`, everything else by `=`, `!=` and `in`."
	b.fault(Condition, n, "wrong-time-operator", summary, detail, from(timePage))
	return false
}

func suits(op Op, t catalog.VarType) bool {
	switch op {
	case Before, After:
		return t == catalog.Instant
	case Between:
		return t == catalog.TimeOfDay
	case Less, AtMost, Greater, AtLeast:
		return t != catalog.TimeOfDay
	}
	return t != catalog.Instant && t != catalog.TimeOfDay
}

// checkTimes refuses texts that are no time.
func (b *binder) checkTimes(leaf *Leaf, operands ...syntax.Operand) {
	for _, o := range operands {
		text, ok := o.(*syntax.Text)
		if !ok {
			b.notATime(leaf, o, "a time stands in single quotes")
			continue
		}
		_, instant := ParseInstant(string(text.Value))
		_, daily := ParseTimeOfDay(string(text.Value))
		if leaf.Op == Between && !daily || leaf.Op != Between && !instant {
			b.notATime(leaf, o, fmt.Sprintf("`%s` is not a time that OCI reads here", text.Value))
		}
	}
}

func (b *binder) notATime(leaf *Leaf, o syntax.Operand, summary string, more ...func(*source.Diagnostic)) {
	detail := "An instant is written `'2026-01-31T09:00:00Z'` or `'2026-01-31Z'`, in UTC."
	if leaf.Op == Between {
		detail = "A time of day is written `'09:00:00Z'`, in UTC."
	}
	b.fault(Condition, o, "not-a-time", summary, detail, append(more, from(timePage))...)
	leaf.Never = "its value is no time"
}
