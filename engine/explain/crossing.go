package explain

import (
	"fmt"

	"oci-policy-playground/engine/authz"
)

// half is one side of a need over two tenancies.
type half struct {
	tally   *authz.Tally
	tenancy string
	kind    string // of statement
	done    string // what it does, as a title
}

// halves are both sides of a need, the caller's first.
func halves(n *authz.Need) [2]half {
	return [2]half{
		{&n.Allowed, n.Home().Name, "Endorse", "endorsed by"},
		{n.Admitted, n.There().Name, "Admit", "admitted by"},
	}
}

// short is the statements that a need lacks: of two halves the first that is not
// there.
func short(n *authz.Need) *authz.Tally {
	if n.Admitted != nil && n.Allowed.Result != authz.Fail {
		return n.Admitted
	}
	return &n.Allowed
}

// halves tells of both sides, first of the one that is missing.
func (told *Need) halves(n *authz.Need) {
	both := halves(n)
	if n.Allowed.Result != authz.Fail && n.Admitted.Result == authz.Fail {
		both[0], both[1] = both[1], both[0]
	}
	for _, h := range both {
		in := "In " + h.tenancy + ": "
		switch h.tally.Result {
		case authz.Pass:
			told.add(n, in+h.done, h.tally.Holding)
		case authz.Unknown:
			told.add(n, in+"would be "+h.done, h.tally.Hanging)
		default:
			near := rankedOf(h.tally, n)
			told.add(n, in+lower(nearest(h.tally, near, h.kind)), near)
		}
	}
}

// acrossLacks says which halves of what is missing are missing: once where it is
// the same of all, else of which needs.
func acrossLacks(missing []*authz.Need) string {
	var texts []string
	of := map[string][]*authz.Need{}
	for _, n := range missing {
		text := acrossLack(n)
		if of[text] == nil {
			texts = append(texts, text)
		}
		of[text] = append(of[text], n)
	}
	all := ""
	for _, text := range texts {
		if len(texts) > 1 {
			text = "For " + permissions(of[text]) + ": " + lower(text)
		}
		all += " " + text
	}
	return all
}

// acrossLack says which half of a need is missing.
func acrossLack(n *authz.Need) string {
	both := halves(n)
	for i, h := range both {
		if other := both[1-i]; h.tally.Result == authz.Fail && other.tally.Result == authz.Pass {
			return fmt.Sprintf("Of the two halves %s has its %s, but %s has no %s that grants it.", code(other.tenancy), other.kind, code(h.tenancy), h.kind)
		}
	}
	return fmt.Sprintf("It takes both halves: an Endorse in %s and an Admit in %s.", code(both[0].tenancy), code(both[1].tenancy))
}
