package authz_test

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
)

// A second opinion: a judge of its own, written from the description of the
// language alone. It knows a few bucket permissions, and asks of everything what
// must hold and what may, instead of reckoning with a third truth value.

// told is a statement as the generator made it, not as it was read.
type told struct {
	effect   policy.Effect
	group    string // of the subject; "" is any-user
	verb     int    // 1 inspect to 4 manage; 0 with permissions
	named    []string
	at       string // the path it grants in, "" for the tenancy
	other    string // of those over tenancies: the tenancy named, "" for any
	cond     *cond
	attached string
}

// cond is a condition: any, all, or a leaf.
type cond struct {
	op, variable string
	values       []string
	under        []*cond
}

var ladder = map[string]int{"BUCKET_INSPECT": 1, "BUCKET_READ": 2, "BUCKET_UPDATE": 3, "BUCKET_CREATE": 4, "BUCKET_DELETE": 4}

// asked is a request: what each variable holds; nil is absent, and a variable
// that is not a key is unknown.
type asked struct {
	stranger    bool // of the other tenancy
	groups      []string
	permissions []string
	place       string
	values      map[string][]string
}

// secondOpinion is ALLOW when each permission must be granted, DENY when some
// permission may not be at all, and else CONDITIONAL.
func secondOpinion(statements []told, r asked) authz.Verdict {
	verdict := authz.Allow
	for _, p := range r.permissions {
		must, may := granted(statements, r, p)
		if !may {
			return authz.Deny
		}
		if !must {
			verdict = authz.Conditional
		}
	}
	return verdict
}

// granted: something allows it and nothing denies it; from another tenancy,
// something endorses it and something admits it.
func granted(statements []told, r asked, p string) (must, may bool) {
	if r.stranger {
		endorsed, maybeEndorsed := said(statements, policy.Endorse, r, p)
		admitted, maybeAdmitted := said(statements, policy.Admit, r, p)
		denied, maybeDenied := said(statements, policy.DenyEndorse, r, p)
		barred, maybeBarred := said(statements, policy.DenyAdmit, r, p)
		return endorsed && admitted && !maybeDenied && !maybeBarred, maybeEndorsed && maybeAdmitted && !denied && !barred
	}
	allowed, maybeAllowed := said(statements, policy.Allow, r, p)
	denied, maybeDenied := said(statements, policy.Deny, r, p)
	if slices.Contains(r.groups, "Administrators") {
		denied, maybeDenied = false, false
	}
	return allowed && !maybeDenied, maybeAllowed && !denied
}

// said: whether one of the statements of a kind must hold, and whether one may.
func said(statements []told, e policy.Effect, r asked, p string) (must, may bool) {
	for _, s := range statements {
		if s.effect == e {
			a, b := holds(s, r, p)
			must, may = must || a, may || b
		}
	}
	return must, may
}

// holds tells whether a statement must hold and whether it may.
func holds(s told, r asked, p string) (must, may bool) {
	switch {
	case s.group != "" && !slices.Contains(r.groups, s.group),
		s.verb > 0 && !s.effect.Denies() && s.verb < ladder[p],
		s.verb > 0 && s.effect.Denies() && s.verb > ladder[p],
		s.verb == 0 && !slices.Contains(s.named, p),
		s.other != "" && s.other != map[bool]string{true: "acme", false: "partner"}[s.effect == policy.Endorse || s.effect == policy.DenyEndorse],
		s.at != "" && r.place != s.at && !strings.HasPrefix(r.place, s.at+":"):
		return false, false
	case s.cond == nil:
		return true, true
	}
	return truth(s.cond, r, p)
}

func truth(c *cond, r asked, p string) (must, may bool) {
	if c.under != nil {
		must, may = c.op == "all", c.op == "all"
		for _, u := range c.under {
			a, b := truth(u, r, p)
			if c.op == "all" {
				must, may = must && a, may && b
			} else {
				must, may = must || a, may || b
			}
		}
		return must, may
	}
	held, known := r.values[c.variable]
	if c.variable == "request.permission" {
		held, known = []string{p}, true
	}
	if !known {
		return false, true
	}
	holds := leaf(c, held)
	return holds, holds
}

// leaf: absent is false, also where the operator is a negative one.
func leaf(c *cond, held []string) bool {
	if c.op == "!" {
		return held == nil
	}
	if held == nil {
		return false
	}
	meets := slices.ContainsFunc(c.values, func(v string) bool {
		return slices.ContainsFunc(held, func(h string) bool { return matches(v, h, c.op == "=" || c.op == "!=") })
	})
	return meets == (c.op == "=" || c.op == "in")
}

// matches: a pattern by its end, in any case; a text after = in its own case.
func matches(v, held string, exact bool) bool {
	low := strings.ToLower(held)
	switch {
	case strings.HasSuffix(v, "*"):
		return strings.HasPrefix(low, strings.ToLower(strings.TrimSuffix(v, "*")))
	case exact:
		return v == held
	}
	return strings.EqualFold(v, held)
}
