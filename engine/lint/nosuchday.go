package lint

import (
	"slices"
	"strconv"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

var noSuchDay = &Check{Name: "no-such-day", Severity: source.Warning, Source: timePage, Run: runNoSuchDay,
	Doc: "Months and days of the month are numbers, days of the week have their English names in full. No request has another value, and with a zero in front Oracle's pages show none.\n" +
		"Write a month `'1'` to `'12'`, a day `'1'` to `'31'`, and a weekday as `'Monday'`."}

func runNoSuchDay(p *Pass) {
	for _, leaves := range [...][]leaf{p.leaves, p.denied} {
		for i := range leaves {
			p.checkDays(&leaves[i])
		}
	}
}

func (p *Pass) checkDays(l *leaf) {
	for k, term := range l.Right {
		if l.Left.Var == nil || term.Kind != policy.Literal {
			continue
		}
		last, numbered := lastOf[l.Left.Var.Type]
		number, err := strconv.Atoi(term.Text)
		switch {
		case numbered && (err != nil || number < 1 || number > last),
			l.Left.Var.Type == catalog.Weekday && !slices.ContainsFunc(weekdays[:], func(day string) bool { return strings.EqualFold(day, term.Text) }):
			p.reportValue(l, k, "no "+l.Left.Var.Type.String()+" is written %", term.Text)
		case numbered && term.Text != strconv.Itoa(number):
			replace(p.reportValue(l, k, "Oracle writes this number without the zero", ""), "leave it out", "", syntax.InQuotes(strconv.Itoa(number)))
		}
	}
}

// lastOf is the highest number of a month and of a day.
var lastOf = map[catalog.VarType]int{catalog.Month: 12, catalog.Day: 31}

var weekdays = [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
