package explain

import (
	"fmt"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
)

// tellNeed tells of the statements that decide a need: those that take it away,
// and those that give it or come near to.
func tellNeed(n *authz.Need, req authz.Request) Need {
	told := Need{Permission: n.Permission.Name, Place: n.Compartment.Label(), Result: n.Result, State: stateOf[n.Result]}
	if n.Admitted != nil && n.Compartment.Parent != nil {
		told.Place += " of " + n.There().Name
	}
	if n.Principal != req.Principal {
		told.By = n.Principal.Service
	}
	if len(n.Denied.Holding) > 0 {
		told.State = "denied"
		told.add(n, "Denied by", n.Denied.Holding)
	}
	told.allowed(n)
	switch {
	case n.Denied.Result == authz.Unknown && n.Result != authz.Fail:
		told.add(n, "May be denied by", n.Denied.Hanging)
	case n.Result == authz.Pass:
		told.add(n, "Nearly denied by", nearDenials(n))
	}
	return told
}

var stateOf = map[authz.Result]string{authz.Pass: "granted", authz.Fail: "missing", authz.Unknown: "undecided"}

// allowed tells of the statements that would grant the need were nothing denied.
func (told *Need) allowed(n *authz.Need) {
	switch {
	case n.Admitted != nil:
		told.halves(n)
	case n.Allowed.Result == authz.Pass && n.Result == authz.Fail:
		told.add(n, "Without that it would be granted by", n.Allowed.Holding)
	case n.Allowed.Result == authz.Pass:
		told.add(n, "Granted by", n.Allowed.Holding)
	case n.Allowed.Result == authz.Unknown:
		told.add(n, "Would be granted by", n.Allowed.Hanging)
	case n.Result == authz.Fail && len(n.Denied.Holding) == 0:
		told.add(n, nearest(&n.Allowed, ranked(n), "statement"), ranked(n))
	}
}

// add tells of some statements under a title; behind others it leads the first.
func (told *Need) add(n *authz.Need, title string, attempts []*authz.Attempt) {
	switch {
	case len(told.Statements) > 0 && len(attempts) == 0:
		return
	case len(told.Statements) == 0 && told.Title != "":
		told.Title += ". " + title
	case len(told.Statements) == 0:
		told.Title = title
	}
	for i, a := range attempts {
		if i == shown {
			told.More += len(attempts) - shown
			break
		}
		s := tellAttempt(a, n)
		if i == 0 && len(told.Statements) > 0 {
			s.Lead = title
		}
		told.Statements = append(told.Statements, s)
	}
}

func nearest(t *authz.Tally, ranked []*authz.Attempt, what string) string {
	switch {
	case t.Tried == 0:
		return fmt.Sprintf("There is no %s to judge", what)
	case len(ranked) == 0 && t.Tried == 1:
		return fmt.Sprintf("The only %s does not come near", what)
	case len(ranked) == 0:
		return fmt.Sprintf("None of %d %ss comes near", t.Tried, what)
	case t.Tried == 1:
		return "The only " + what
	}
	return fmt.Sprintf("Nearest of %d %ss", t.Tried, what)
}

func tellAttempt(a *authz.Attempt, n *authz.Need) Statement {
	s := a.Statement
	told := Statement{Policy: s.Policy, Line: s.Line(), Text: s.Syntax.Text, Span: s.Syntax.Span, Outcome: a.Outcome}
	for _, c := range a.Checks {
		told.Rows = append(told.Rows, tellFacet(c, s, n))
	}
	switch {
	case s.Effect.Denies() && a.Outcome == authz.Pass:
		told.Fixes = exemptions(a, n)
	case !s.Effect.Denies() && a.Outcome == authz.Fail:
		told.Fixes = fixes(a, n)
	}
	return told
}

// verb is what a statement does to a permission, in a sentence about it.
func verb(e policy.Effect) string {
	return [...]string{policy.Allow: "grants", policy.Deny: "denies", policy.Endorse: "endorses", policy.Admit: "admits", policy.DenyEndorse: "denies", policy.DenyAdmit: "denies"}[e]
}
