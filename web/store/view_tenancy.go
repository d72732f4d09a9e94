package store

import (
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// TenancyView is the pane of the tenancy.
type TenancyView struct {
	JSON          bool
	Broken        bool // its text is no JSON: the tree is empty
	Text          Text
	Rows          []TreeRow
	Groups        []GroupView
	Loose         []string // users in no group
	DynamicGroups []DynamicGroupView
	Resources     []ResourceView
}

// TreeRow is a compartment of the tree that is not folded away.
type TreeRow struct {
	Path, Name   string
	Level        int
	Parent, Open bool
	Target, Lit  bool
	Current      bool // the keyboard is on it
	Note         string
}

// GroupView is a group and who is in it.
type GroupView struct {
	Name  string
	Users []string
	Own   bool // the caller is in it
}

// DynamicGroupView is a dynamic group and what its rule matches.
type DynamicGroupView struct {
	Name    string
	Rule    []Word
	Matches []string
	Own     bool
	Span    source.Span
}

// ResourceView is a resource.
type ResourceView struct{ Name, Type, Place string }

func (s State) tenancyView() TenancyView {
	f := s.Work.Scenario.Tenancy
	v := TenancyView{JSON: s.JSON}
	if f != nil {
		problems := s.Problems.In(f.Name)
		v.Text = Text{File: f.Name, Text: f.Text, Document: s.Document, Look: s.look, Problems: problems, Lit: s.light(f), Reveal: s.revealIn(f)}
		for _, d := range problems {
			v.Broken = v.Broken || d.Severity == source.Error && len(s.Analysis.World.Root.Children) == 0
		}
	}
	if s.JSON {
		return v
	}
	v.Rows = s.treeRows(s.Analysis.World.Root, 1, nil)
	v.Groups, v.Loose = s.groups()
	v.DynamicGroups = s.dynamicGroups()
	for _, r := range s.Analysis.World.Resources {
		v.Resources = append(v.Resources, ResourceView{r.Name, r.Type, r.Compartment.Label()})
	}
	return v
}

func (s State) treeRows(c *tenancy.Compartment, level int, rows []TreeRow) []TreeRow {
	path := c.Path()
	row := TreeRow{Path: path, Name: c.Name, Level: level, Parent: len(c.Children) > 0, Open: !s.Folded[path], Current: path == s.TreeAt,
		Target: c == s.target(), Lit: s.Lit.HasPlace && s.Lit.Place == path}
	var notes []string
	if level == 1 {
		notes = append(notes, "root")
	}
	if n := s.attached(path); n == 1 {
		notes = append(notes, "1 policy")
	} else if n > 1 {
		notes = append(notes, strings.Replace(count(n, "policy"), "policys", "policies", 1))
	}
	if row.Target {
		notes = append(notes, "target")
	}
	row.Note = strings.Join(notes, " · ")
	rows = append(rows, row)
	if row.Open {
		for _, child := range c.Children {
			rows = s.treeRows(child, level+1, rows)
		}
	}
	return rows
}

func (s State) attached(path string) int {
	n := 0
	for _, p := range s.Work.Scenario.Policies {
		if p.AttachedTo == path {
			n++
		}
	}
	return n
}

// target is where the request of the moment is aimed.
func (s State) target() *tenancy.Compartment {
	if answer := s.Answer(); answer != nil {
		return answer.Request.Compartment
	}
	return nil
}

func (s State) groups() (all []GroupView, loose []string) {
	var caller *tenancy.User
	if answer := s.Answer(); answer != nil {
		caller = answer.Request.Principal.User
	}
	for _, g := range s.Analysis.World.Groups {
		v := GroupView{Name: g.Qualified()}
		for _, u := range s.Analysis.World.Users {
			for _, in := range u.Groups {
				if in == g {
					v.Users = append(v.Users, u.Qualified())
					v.Own = v.Own || u == caller
				}
			}
		}
		all = append(all, v)
	}
	for _, u := range s.Analysis.World.Users {
		if len(u.Groups) == 0 {
			loose = append(loose, u.Qualified())
		}
	}
	return all, loose
}

func (s State) dynamicGroups() []DynamicGroupView {
	var all []DynamicGroupView
	for _, g := range s.Analysis.World.DynamicGroups {
		v := DynamicGroupView{Name: g.Qualified(), Rule: []Word{{Text: flat(g.MatchingRule), Class: "condition"}}}
		if f := s.Analysis.Rules[g]; f != nil {
			v.Span = f.Span(0, len(f.Text))
		}
		for _, r := range s.Analysis.World.Resources {
			if authz.Matches(s.Analysis.Set.Rules[g], r).Result == authz.Pass {
				v.Matches = append(v.Matches, r.Name)
				if answer := s.Answer(); answer != nil && answer.Request.Principal.Resource == r {
					v.Own = true
				}
			}
		}
		all = append(all, v)
	}
	return all
}
