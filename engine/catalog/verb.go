package catalog

// Verb is one step of the ladder a statement names: each verb carries what the
// verb below it carries. The zero value is no verb.
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policies.htm
type Verb uint8

// The ladder, lowest step first.
const (
	Inspect Verb = 1 + iota
	Read
	Use
	Manage
)

var verbNames = [...]string{"", "inspect", "read", "use", "manage"}

// ParseVerb reads a verb in any case.
func ParseVerb(name string) (Verb, bool) {
	for v := Inspect; v <= Manage; v++ {
		if fold(name, verbNames[v]) == 0 {
			return v, true
		}
	}
	return 0, false
}

// String is the verb as a statement writes it, "" for no verb.
func (v Verb) String() string {
	if v > Manage {
		return ""
	}
	return verbNames[v]
}
