package explain

import (
	"fmt"

	"oci-policy-playground/engine/authz"
)

// half is one side of a need over two tenancies.
type half struct {
	tally         *authz.Tally
	tenancy       string
	kind          string // of statement
	done, missing string
}

// halves are both sides of a need, the caller's first.
func halves(n *authz.Need) [2]half {
	return [2]half{
		{&n.Allowed, n.Home().Name, "Endorse", "endorses", "endorse"},
		{n.Admitted, n.There().Name, "Admit", "admits", "admit"},
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
		of := " in " + h.tenancy
		switch h.tally.Result {
		case authz.Pass:
			told.add(n, h.title()+of, h.tally.Holding)
		case authz.Unknown:
			told.add(n, "Would be "+lower(h.title())+of, h.tally.Hanging)
		default:
			near := rankedOf(h.tally, n)
			told.add(n, nearest(h.tally, near, h.kind)+of, near)
		}
	}
}

func (h half) title() string {
	return map[string]string{"Endorse": "Endorsed by", "Admit": "Admitted by"}[h.kind]
}

// acrossLack says which half of a need is missing.
func acrossLack(n *authz.Need) string {
	for i, h := range halves(n) {
		other := halves(n)[1-i]
		if h.tally.Result == authz.Fail && other.tally.Result != authz.Fail {
			return fmt.Sprintf(" %s %s it, but %s does not %s it.", other.tenancy, other.done, h.tenancy, h.missing)
		}
	}
	both := halves(n)
	return fmt.Sprintf(" Neither does %s endorse it nor %s admit it.", both[0].tenancy, both[1].tenancy)
}
