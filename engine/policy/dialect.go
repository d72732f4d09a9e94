package policy

// Dialect is whose account of the language is followed.
type Dialect uint8

const (
	Guide  Dialect = iota // a community guide's, the default
	Oracle                // Oracle's own pages alone
)

func (d Dialect) String() string { return [...]string{"guide", "oracle"}[d] }

// Title is the dialect's name in a sentence.
func (d Dialect) Title() string { return [...]string{"Guide", "Oracle"}[d] }

// Other is the other dialect.
func (d Dialect) Other() Dialect { return 1 - d }

// ParseDialect reads a dialect's name.
func ParseDialect(name string) (Dialect, bool) {
	for _, d := range [...]Dialect{Guide, Oracle} {
		if d.String() == name {
			return d, true
		}
	}
	return Guide, false
}

// Rules are the points on which the dialects differ. Nothing else may depend on
// the dialect.
type Rules struct {
	// FoldEqual: = and != compare strings without regard to case.
	// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm
	FoldEqual bool
	// Extras: =~, < <= > >=, request.utcHours, request.utcTimestamp and unquoted
	// numbers exist.
	Extras bool
	// TypeAfterSet: a resource type may follow permissions in braces; it narrows them.
	TypeAfterSet bool
	// SeveralTypes: a verb may be followed by a list of types; each is granted.
	SeveralTypes bool
	// RootInPath: a path may begin with the root's own name.
	RootInPath bool
	// Community: permissions and types that only the guide's author knows exist.
	Community bool
}

// Rules are the dialect's choices.
func (d Dialect) Rules() Rules {
	return [...]Rules{
		Guide:  {FoldEqual: false, Extras: true, TypeAfterSet: true, SeveralTypes: true, RootInPath: true, Community: true},
		Oracle: {FoldEqual: true},
	}[d]
}
