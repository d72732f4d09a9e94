package policy

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/tenancy"
)

// Ahead is a policy that is about to be bound. A page that must not wait for
// thousands of statements binds them a few at a time: in the next round, [Memory.Bind]
// knows what they mean.
type Ahead struct {
	recall    *recall
	done      int
	dialectal bool
}

// Ahead begins with a policy.
func (m *Memory) Ahead(p Source, world *tenancy.Tenancy, c *catalog.Catalog, d Dialect) *Ahead {
	return &Ahead{recall: m.recall(p, world, c, d)}
}

// few is how many statements are bound in one step: to look at the clock takes
// longer than to look up a name.
const few = 16

// Step binds a few statements and tells whether there are more. Those that
// depend on others are left for when all are there.
func (a *Ahead) Step() (more bool) {
	statements := a.recall.Document.Statements
	for range min(few, len(statements)-a.done) {
		if lasting(statements[a.done].Form) && a.recall.meaning(a.done).meaning.Dialectal {
			a.dialectal = true
		}
		a.done++
	}
	return a.done < len(statements)
}

// Left is how many statements have not been looked at.
func (a *Ahead) Left() int { return len(a.recall.Document.Statements) - a.done }

// Dialectal tells whether one of them means something else by the other dialect.
func (a *Ahead) Dialectal() bool { return a.dialectal }
