package explain

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
)

// shown is how many statements a need tells of; the rest are counted.
const shown = 5

// Tell tells a decision.
func Tell(d authz.Decision) Story {
	s := Story{Verdict: d.Verdict, Word: word[d.Verdict], Question: question(d.Request)}
	if d.Verdict == authz.Invalid {
		s.Headline = "The request cannot be judged: " + d.Invalid + "."
		return s
	}
	for _, n := range d.Needs {
		s.Needs = append(s.Needs, tellNeed(n, d.Request))
	}
	if d.Verdict == authz.Allow {
		spare(s.Needs, inPlace(d))
	}
	s.Headline = headline(d)
	s.Audit = audit(d)
	for _, by := range d.Deciders {
		s.Depends = append(s.Depends, decider(by))
	}
	if d.Verdict == authz.Deny {
		s.offer(least(d), remark(d))
	}
	return s
}

const spared = "not needed"

// spare marks what is not granted and not needed either, and says why.
func spare(needs []Need, why string) {
	for i := range needs {
		if n := &needs[i]; n.Result != authz.Pass {
			n.State, n.Title, n.Statements, n.More = spared, why, nil, 0
		}
	}
}

// inPlace is what does in the place of permissions that an allowed request lacks.
func inPlace(d authz.Decision) string {
	if d.Formula.Result != authz.Pass {
		return "The target is the caller"
	}
	return "Another permission does in its place"
}

var word = map[authz.Verdict]string{authz.Allow: "ALLOWED", authz.Deny: "DENIED", authz.Conditional: "DEPENDS", authz.Invalid: "CANNOT BE JUDGED"}

func lower(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// code puts words of OCI's language between backquotes.
func code(s string) string { return "`" + strings.ReplaceAll(s, "`", "'") + "`" }

func codes(all []string, and string) string {
	quoted := make([]string, len(all))
	for i, s := range all {
		quoted[i] = code(s)
	}
	return listed(quoted, and)
}

// most is how many things a sentence names; of more it counts the rest.
const most = 5

// few names things of OCI's language, the first of them where they are many.
func few(all []string) string {
	if len(all) <= most {
		return codes(all, "and")
	}
	quoted := make([]string, most)
	for i, s := range all[:most-1] {
		quoted[i] = code(s)
	}
	quoted[most-1] = fmt.Sprintf("%d more", len(all)-most+1)
	return listed(quoted, "and")
}

// listed joins with commas, and the last with a word.
func listed(all []string, and string) string {
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:len(all)-1], ", ") + " " + and + " " + all[len(all)-1]
}

func question(r authz.Request) string {
	if p := r.Principal; p.User == nil && p.Resource == nil && p.Service == "" || r.Compartment == nil || asked(r.Ask) == "" {
		return ""
	}
	who, where := r.Principal.Name(), r.Compartment.Label()
	if home := r.Principal.Home; home != nil && home.Root != r.Compartment.Root() {
		who += " of " + home.Name
		if r.Compartment.Parent != nil {
			where += " of " + r.Compartment.Root().Name
		}
	}
	return who + " wants " + asked(r.Ask) + " in " + where
}

// asked is what is wanted, as a check writes it.
func asked(a authz.Ask) string {
	switch {
	case a.Verb != 0 && a.Resource != nil:
		return a.Verb.String() + " " + a.Resource.Name
	case len(a.Permissions) > 0:
		names := make([]string, len(a.Permissions))
		for i, p := range a.Permissions {
			names[i] = p.Name
		}
		return "{" + strings.Join(names, ", ") + "}"
	case a.Operation != nil:
		return a.Operation.Name
	}
	return ""
}

// audit is the line the audit log would hold. A service that refuses answers as
// if the resource were not there.
func audit(d authz.Decision) string {
	parts := []string{d.Request.Principal.Name(), asked(d.Request.Ask), "compartment " + d.Request.Compartment.Name}
	switch d.Verdict {
	case authz.Allow:
		parts = append(parts, "200")
	case authz.Deny:
		all := lacking(d.Formula)
		for _, n := range all[:min(most, len(all))] {
			parts = append(parts, n.Permission.Name+refusal(n))
		}
		if len(all) > most {
			parts = append(parts, fmt.Sprintf("%d more", len(all)-most))
		}
		parts = append(parts, "404 NotAuthorizedOrNotFound")
	case authz.Conditional:
		parts = append(parts, "undecided")
	}
	return strings.Join(parts, " · ")
}

// refusal is how a need was refused: by a statement, or for want of one.
func refusal(n *authz.Need) string {
	if len(n.Denied.Holding) > 0 {
		return " denied by " + cite(n.Denied.Holding[0].Statement)
	}
	return " refused"
}

// variable is a variable as the catalog spells it.
func variable(name string) string {
	v, ok := catalog.Default().Variable(name)
	switch {
	case !ok:
		return code(name) + ", a variable that the catalog does not know"
	case strings.EqualFold(v.Name, name):
		return code(v.Name)
	}
	return code(name)
}

func deciders(all []authz.Decider) string {
	by := make([]string, len(all))
	for i, one := range all {
		by[i] = decider(one)
	}
	return listed(by, "and")
}

func decider(d authz.Decider) string {
	switch {
	case d.Variable != "":
		return variable(d.Variable)
	case d.Circumstance != nil:
		return "whether " + d.Circumstance.Says
	}
	switch d.Reason {
	case authz.NoTenancyNamed:
		return "whether an Admit that names no tenancy admits those of any"
	case authz.MaybeEveryone:
		return "whether `any-group` includes a pod with its own identity, which no page says"
	}
	return "whether " + code(d.Permission.Name) + " comes with what the statement names, which is not published"
}
