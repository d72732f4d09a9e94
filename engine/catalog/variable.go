package catalog

import "strings"

// VarType is what a variable holds.
type VarType uint8

// The types of condition variables.
const (
	String VarType = 1 + iota
	OCID
	Boolean
	Number
	Instant   // an ISO 8601 date and time
	TimeOfDay // hh:mm:ssZ
	Month     // 1 to 12
	Day       // 1 to 31
	Weekday   // an English day name
	RegionKey
	StringList
	OCIDList
)

var varTypeNames = [...]string{"", "string", "ocid", "boolean", "number", "instant", "time of day",
	"month", "day", "weekday", "region key", "list of strings", "list of OCIDs"}

// String is the type in plain words.
func (t VarType) String() string { return varTypeNames[t] }

// Dialect says whose pages know a variable.
type Dialect uint8

// Who knows a name.
const (
	Both      Dialect = 1 + iota
	GuideOnly         // community guides only
)

// Variable is a name that a condition can test.
type Variable struct {
	Name       string // a tag variable ends in .tag.<namespace>.<key>
	Type       VarType
	Types      []string // resource types it applies to; empty for every request
	Principals []string // kinds of caller that have it: user, instance, resource, workload, service; empty for all
	Multi      bool     // holds a set of values
	Dialect    Dialect
	Deprecated string // why not to use it, "" when it is current
	SameAs     string // the variable it is another name of
	Note       string
	Source     string

	types           []uint16
	absent, present []rule
	stem            string // of a tag variable: its name up to and with ".tag."
}

const tagMark = ".tag."

// Variable finds a condition variable by name, in any case. A tag variable is
// found by its shape, whatever namespace and key it names.
func (c *Catalog) Variable(name string) (*Variable, bool) {
	if i, ok := find(len(c.variables), name, func(i int) string { return c.variables[i].Name }); ok {
		return &c.variables[i], true
	}
	for i := range c.variables {
		if v := &c.variables[i]; v.stem != "" && v.shapes(name) {
			return v, true
		}
	}
	return nil, false
}

// shapes reports that the name is the tag variable's stem, a namespace, a dot
// and a key. Names of namespaces may hold dots themselves.
func (v *Variable) shapes(name string) bool {
	if len(name) <= len(v.stem) || fold(name[:len(v.stem)], v.stem) != 0 {
		return false
	}
	dot := strings.IndexByte(name[len(v.stem):], '.')
	return dot > 0 && dot < len(name)-len(v.stem)-1
}
