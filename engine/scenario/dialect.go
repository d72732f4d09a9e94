package scenario

// Dialect is whose reading of the language holds.
type Dialect uint8

// The dialects.
const (
	Guide  Dialect = iota // as the community guide describes it
	Oracle                // Oracle's own pages alone
)

// String is the dialect as scenario.json names it.
func (d Dialect) String() string {
	if d == Oracle {
		return "oracle"
	}
	return "guide"
}
