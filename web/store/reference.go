package store

import (
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/syntax"
)

// Reading is the catalog while somebody reads in it, over everything else.
type Reading struct {
	Open  bool
	Name  string // of what is read about, as a link has it; "" before anything is
	Query string // what is being looked for
}

// reading opens the catalog at a name.
func (s State) reading(name string) State {
	s.Reading.Open, s.Reading.Name, s.Dialog = true, name, ""
	return s
}

// returns tells whether an address is that of the work under the open catalog, which is then as it was.
func (s State) returns(fragment string) bool {
	link, err := s.Link()
	return s.Reading.Open && (err == nil && fragment == link || fragment == "" && s.Fresh)
}

// somebody is whom a statement out of the catalog is for: a group of the caller, else one of the tenancy.
func (s State) somebody() string {
	groups := s.Analysis.World.Groups
	if answer := s.Answer(); answer != nil {
		if u := answer.Request.Principal.User; u != nil && len(u.Groups) > 0 {
			groups = u.Groups
		}
	}
	if len(groups) == 0 {
		return "group Developers"
	}
	return "group " + syntax.Quoted(groups[0].Name)
}

// somewhere is where such a statement grants: where the request is aimed.
func (s State) somewhere() string {
	root := s.Analysis.World.Root
	if at := s.target(); at != nil {
		return policy.LocationOf(at, root)
	}
	return policy.LocationOf(root, root)
}

// granted is a grant as a statement, for the caller or for the service that acts for it.
func (s State) granted(g catalog.Grant) string {
	who := s.somebody()
	if g.By != "" {
		region := s.Analysis.World.HomeRegion
		if region == "" {
			region = "us-ashburn-1"
		}
		who = "service " + strings.ReplaceAll(g.By, "{region}", region)
	}
	return g.Statement(who, s.somewhere())
}

// inserted is the work with a statement at the end of the first policy of the root, and that policy's name.
func (s State) inserted(statement string) (Work, string) {
	for _, p := range s.Work.Scenario.Policies {
		if p.AttachedTo == "" {
			return s.Work.withPolicy(p.File.Name, p.Name, p.AttachedTo, withLine(p.File.Text, statement)), p.Name
		}
	}
	return s.Work.addPolicy("least", "", statement+"\n"), "least"
}

func withLine(text, line string) string {
	text = strings.TrimRight(text, "\n")
	if text != "" {
		text += "\n"
	}
	return text + line + "\n"
}

// consulted reads the name of a fragment that leads to the catalog.
func consulted(fragment string) (name string, ok bool) {
	f := scenario.ReadFragment(fragment)
	return f.Text, f.Kind == scenario.Catalog
}
