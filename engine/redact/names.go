package redact

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/authz"
)

// names gives every name another one. Names that are alike but for case get names
// that are alike but for case.
type names struct {
	spelt    map[string]string // as it is spelt, to the new one
	folded   map[string]string // in lower case, to the first new one
	variants map[string]int    // how many spellings there are of each
	counts   map[string]int    // of the new names, by what they begin with
	used     map[string]bool   // new names in lower case
	patterns []string          // in lower case
	pairs    []Pair
}

func newNames() *names {
	return &names{spelt: map[string]string{}, folded: map[string]string{}, variants: map[string]int{}, counts: map[string]int{}, used: map[string]bool{}}
}

// fixed are the names that mean something.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
var fixed = map[string]bool{"": true, "default": true, "administrators": true, "all-domain-users": true, "tenancy": true}

// of is the new name of something. Paths and names with their domains are
// replaced part by part.
func (n *names) of(kind, name string) string {
	return n.parts(name, func(part string) string { return n.part(kind, part) })
}

// parts changes what stands between slashes and colons.
func (n *names) parts(name string, change func(string) string) string {
	var out strings.Builder
	for {
		end := strings.IndexAny(name, "/:")
		if end < 0 {
			out.WriteString(change(name))
			return out.String()
		}
		out.WriteString(change(name[:end]))
		out.WriteByte(name[end])
		name = name[end+1:]
	}
}

func (n *names) part(kind, name string) string {
	fold := strings.ToLower(name)
	if fixed[fold] {
		return name
	}
	if new, ok := n.spelt[name]; ok {
		return new
	}
	base, known := n.folded[fold]
	if !known {
		base = n.fresh(kind, fold)
		n.folded[fold] = base
	}
	new := respelt(base, n.variants[fold])
	n.variants[fold]++
	n.spelt[name] = new
	if new != name {
		n.pairs = append(n.pairs, Pair{kind, name, new})
	}
	return new
}

// tries is how many neutral names are tried before a name that patterns leave no
// other one for stays as it is.
const tries = 40

// fresh is a name that nothing has and that the same patterns match as the old
// one.
func (n *names) fresh(kind, old string) string {
	stem := strings.ReplaceAll(kind, " ", "-")
	for try := range tries {
		if try == tries/2 {
			stem = "redacted"
		}
		n.counts[stem]++
		neutral := fmt.Sprintf("%s%d", stem, n.counts[stem])
		for _, candidate := range n.candidates(old, neutral) {
			if !n.used[candidate] && !fixed[candidate] && n.alike(old, candidate) {
				n.used[candidate] = true
				return candidate
			}
		}
	}
	return old
}

// candidates are the neutral name, and for each pattern that matches the old one
// what the pattern spells out with the neutral name for its first star.
func (n *names) candidates(old, neutral string) []string {
	all := []string{neutral}
	for _, p := range n.patterns {
		if authz.MatchesPattern(p, old) {
			before, after, starred := strings.Cut(p, "*")
			if starred {
				all = append(all, before+neutral+strings.ReplaceAll(after, "*", ""))
			}
		}
	}
	return all
}

func (n *names) alike(old, new string) bool {
	for _, p := range n.patterns {
		if authz.MatchesPattern(p, old) != authz.MatchesPattern(p, new) {
			return false
		}
	}
	return true
}

// respelt is the nth spelling of a name: another letter is a capital in each.
func respelt(name string, nth int) string {
	out := []byte(name)
	for i := range out {
		if out[i] < 'a' || out[i] > 'z' {
			continue
		}
		if nth&1 == 1 {
			out[i] -= 'a' - 'A'
		}
		nth >>= 1
	}
	return string(out)
}

// known tells whether a text is a name that was met, or a path of such.
func (n *names) known(text string) bool {
	met := text != ""
	n.parts(text, func(part string) string {
		fold := strings.ToLower(part)
		met = met && (n.folded[fold] != "" || fixed[fold])
		return part
	})
	return met && !fixed[strings.ToLower(text)]
}
