package authz

import "oci-policy-playground/engine/policy"

// truth is the result of a condition without its parts to show.
func (j *judge) truth(s *policy.Statement, t policy.Test, n *Need) Result {
	switch t := t.(type) {
	case nil:
		return Pass
	case *policy.Every:
		result := Pass
		for i := 0; i < len(t.Under) && result != Fail; i++ {
			result = both(result, j.truth(s, t.Under[i], n))
		}
		return result
	case *policy.Some:
		result := Fail
		for i := 0; i < len(t.Under) && result != Pass; i++ {
			result = either(result, j.truth(s, t.Under[i], n))
		}
		return result
	case *policy.Leaf:
		if t.Never != "" || unenforced(s, t) {
			return Fail
		}
		return j.meet(t, n).result
	}
	panic("a condition that nobody judges")
}
