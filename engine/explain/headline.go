package explain

import (
	"fmt"
	"strconv"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

// headline is the verdict's reason in a sentence or two.
func headline(d authz.Decision) string {
	switch d.Verdict {
	case authz.Allow:
		if d.Formula.Result != authz.Pass {
			return ownRight
		}
		return allowed(d) + mightDeny(d)
	case authz.Conditional:
		return "It depends on " + deciders(d.Deciders) + "." + own(d)
	}
	return denied(d) + own(d)
}

// ownRight is why a user needs no policy.
const ownRight = "Users look after their own credentials; no policy is needed for that."

// own adds what a request about credentials would be if they were the caller's.
func own(d authz.Decision) string {
	switch {
	case d.Own == nil:
		return ""
	case d.Own.Result == authz.Unknown:
		return " " + ownRight
	}
	return fmt.Sprintf(" Users need no policy for their own credentials, but %s is %s.", variable(d.Own.Variable), code("'"+d.Own.Got+"'"))
}

func allowed(d authz.Decision) string {
	var granted []*authz.Need
	for _, n := range d.Needs {
		if n.Result == authz.Pass {
			granted = append(granted, n)
		}
	}
	if len(granted) == 0 {
		return "This asks for no permission."
	}
	by := grantors(granted[0])
	for _, n := range granted[1:] {
		if grantors(n) != by {
			return fmt.Sprintf("All %d permissions are granted.", len(granted))
		}
	}
	return upper(by) + " " + all(granted) + "."
}

// grantors is the statements that grant a need, as the subject of a sentence:
// one, or one of each half.
func grantors(n *authz.Need) string {
	by := cite(n.Allowed.Holding[0].Statement)
	if n.Admitted == nil {
		return by + " grants"
	}
	return by + " endorses and " + cite(n.Admitted.Holding[0].Statement) + " admits"
}

func all(granted []*authz.Need) string {
	switch len(granted) {
	case 1:
		return code(granted[0].Permission.Name)
	case 2:
		return "both permissions"
	}
	return fmt.Sprintf("all %d permissions", len(granted))
}

func denied(d authz.Decision) string {
	var explicit, missing []*authz.Need
	for _, n := range lacking(d.Formula) {
		if len(n.Denied.Holding) > 0 {
			explicit = append(explicit, n)
		} else {
			missing = append(missing, n)
		}
	}
	switch {
	case len(explicit) == 0:
		return notGranted(d, missing)
	case len(missing) == 0:
		return taken(explicit)
	}
	return taken(explicit) + " " + notGranted(d, missing)
}

// notGranted says what no statement grants, and which comes nearest.
func notGranted(d authz.Decision, missing []*authz.Need) string {
	text := lack(d, missing)
	a, n := nearestOf(missing)
	if missing[0].Admitted != nil {
		text += acrossLacks(missing)
	}
	switch {
	case a != nil:
	case missing[0].Admitted != nil:
		return text
	default:
		return text + " No statement comes near." + takes(missing)
	}
	text += " Nearest" + nearFor(a, n, missing) + ": " + cite(a.Statement) + ", " + whose(a, n) + "."
	if a.Checks[policy.Grant].Reason == authz.OtherType || nameless(a.Statement.Grants) {
		text += takes(missing)
	}
	return text
}

// nearFor names what the nearest statement misses, where that is not the same of
// all that is missing.
func nearFor(a *authz.Attempt, of *authz.Need, missing []*authz.Need) string {
	var alike []*authz.Need
	for _, n := range missing {
		if near := ranked(n); n == of || len(near) > 0 && near[0].Statement == a.Statement && whose(near[0], n) == whose(a, of) {
			alike = append(alike, n)
		}
	}
	if len(alike) == len(missing) {
		return ""
	}
	return " for " + permissions(alike)
}

// lack says what is missing.
func lack(d authz.Decision, missing []*authz.Need) string {
	verb := "are"
	if len(missing) == 1 {
		verb = "is"
	}
	return fmt.Sprintf("%s %s missing%s.", permissions(missing), verb, instead(d.Formula))
}

// Unread is the headline of a denial where a statement would help that could not
// be read.
func Unread(d authz.Decision, policy string, line int, problem source.Diagnostic) string {
	return lack(d, lacking(d.Formula)) + fmt.Sprintf(" Line %d of %s would help, but it cannot be read: %s.", line, policy, problem.Summary)
}

// UnreadDenial is what to say after the headline of what is allowed, of a denial
// that could not be read: that it would deny this, where that is certain.
func UnreadDenial(certain bool, policy string, line int, problem source.Diagnostic) string {
	would := "might"
	if certain {
		would = "would"
	}
	return fmt.Sprintf(" Line %d of %s %s deny it, but it cannot be read: %s.", line, policy, would, problem.Summary)
}

// Suspect is what the headline of a denial says as well where a statement that
// cannot be read may have been meant for the request.
func Suspect(policy string, line int, problem source.Diagnostic) string {
	return fmt.Sprintf(" Line %d of %s may be meant for this, but it cannot be read: %s.", line, policy, problem.Summary)
}

// nearestOf is the nearest statement over all that is missing.
func nearestOf(missing []*authz.Need) (nearest *authz.Attempt, of *authz.Need) {
	for _, n := range missing {
		near := ranked(n)
		if len(near) == 0 {
			continue
		}
		if nearest == nil || near[0].Missed() < nearest.Missed() ||
			near[0].Missed() == nearest.Missed() && distance(near[0], n) < distance(nearest, of) {
			nearest, of = near[0], n
		}
	}
	return nearest, of
}

// instead says of one of several permissions that would do what became of the
// others.
func instead(f authz.Formula) string {
	switch {
	case f.Result != authz.Fail:
		return ""
	case f.Kind == catalog.Any && len(f.Under) > 1:
		for _, u := range f.Under {
			if n := u.Need; n != nil && len(n.Denied.Holding) > 0 {
				return fmt.Sprintf(", and %s denies %s, which would do in its place", cite(n.Denied.Holding[0].Statement), code(n.Permission.Name))
			}
		}
		return ", and so is everything that would do in its place"
	}
	for _, u := range f.Under {
		if text := instead(u); text != "" {
			return text
		}
	}
	return ""
}

func cite(s *policy.Statement) string { return "line " + strconv.Itoa(s.Line()) + " of " + s.Policy }

// upper begins a sentence.
func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
