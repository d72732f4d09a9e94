package store

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
	say "oci-policy-playground/web/words"
)

// TenancyView is the pane of the tenancy.
type TenancyView struct {
	Tabs     []Option // the tenancies, when there are several
	Abroad   string   // the one of them that is shown, "" for the scenario's own
	Called   string   // what sentences call it behind an `of`
	JSON     bool
	ReadOnly bool
	Broken   bool // its text is no JSON: there is nothing to show
	Text     Text
	Rows     []TreeRow
	MoreRows int // that are not shown
	Lists    []ListView
	Self     SelfView
}

// TreeRow is a compartment of the tree that is not folded away.
type TreeRow struct {
	Path, Name, Pointer string
	Level               int
	Parent, Open        bool
	Target, Lit         bool
	Current             bool // the keyboard is on it
	Note                string
	Full                bool // nothing goes into it
}

// SelfView is what the tenancy says of itself.
type SelfView struct {
	Name, HomeRegion string
	Regions          []Option
	Deny             bool // whether Deny statements count
	Administrators   bool // whether the policy stands that every tenancy comes with
}

func (s State) tenancyView() TenancyView {
	there := s.there()
	there.Document += there.Work.land << 20 // another document for the editor
	v := there.oneTenancy()
	if tabs := s.tabs(); len(tabs) > 1 {
		v.Tabs = tabs
	}
	v.Abroad, v.Called = there.Work.abroad(), there.called()
	return v
}

func (s State) oneTenancy() TenancyView {
	v := TenancyView{JSON: s.JSON, ReadOnly: s.ReadOnly, Broken: s.unreadable()}
	if f := s.Work.tenancy(); f != nil {
		v.Text = Text{File: f.Name, Text: f.Text, Document: s.Document, Problems: s.underlined(f), Lit: s.light(f), Reveal: s.revealIn(f)}
	}
	if s.JSON || v.Broken {
		return v
	}
	world := s.Analysis.World
	t := tree{State: s, large: len(world.Root.All()) > fits, target: s.target(), attached: map[string]int{}}
	for _, p := range *policies(s.Work.Scenario, s.Work.land) {
		t.attached[p.AttachedTo]++
	}
	t.hang(world.Root, 1)
	v.Rows, v.MoreRows = s.first("compartments", t.rows)
	if !slices.ContainsFunc(v.Rows, func(r TreeRow) bool { return r.Current }) {
		v.Rows[0].Current = true
	}
	v.Lists = []ListView{s.groupList(), s.userList(), s.dynamicGroupList(), s.resourceList(), s.sourceList()}
	v.Self = SelfView{Name: world.Name, HomeRegion: world.HomeRegion, Deny: world.DenyPolicies, Administrators: world.Administrators}
	for r := range catalog.Default().Regions() {
		v.Self.Regions = append(v.Self.Regions, Option{Value: r.Name, Label: r.Name})
	}
	return v
}

// unreadable tells whether the text of the tenancy is no JSON, or too much of it.
func (s State) unreadable() bool {
	f := s.Work.tenancy()
	return f != nil && slices.ContainsFunc(s.Analysis.Diagnostics, func(d source.Diagnostic) bool {
		return d.Span.File == f.Name && (d.Code == "json-syntax" || d.Code == "too-big")
	})
}

const (
	fits = 60  // compartments that are shown with all that lies in them
	most = 200 // rows of a list, until all are asked for
)

// first are the rows of a list that are shown, and how many are not.
func (s State) first(list string, rows []TreeRow) ([]TreeRow, int) {
	if n := len(rows) - most; n > 0 && !s.Tending.Whole[list] {
		return rows[:most], n
	}
	return rows, 0
}

// tree gathers the rows of the compartments.
type tree struct {
	State
	rows     []TreeRow
	large    bool // what lies deeper is folded until somebody unfolds it
	target   *tenancy.Compartment
	attached map[string]int // policies by path
}

func (t *tree) hang(c *tenancy.Compartment, level int) {
	path := c.Path()
	shut, said := t.Folded[[2]string{t.Tending.Abroad, path}]
	if !said {
		shut = t.large && level > 1
	}
	row := TreeRow{Path: path, Name: c.Name, Pointer: c.Pointer, Level: level, Parent: len(c.Children) > 0, Open: !shut, Current: path == t.TreeAt,
		Target: c == t.target, Lit: t.Lit.HasPlace && t.Lit.Place == path, Full: level > tenancy.MaxDepth}
	row.Note = t.note(&row, c)
	t.rows = append(t.rows, row)
	if row.Open {
		for _, child := range c.Children {
			t.hang(child, level+1)
		}
	}
}

// note is what is said beside the name of a compartment.
func (t *tree) note(row *TreeRow, c *tenancy.Compartment) string {
	var notes []string
	if row.Level == 1 {
		notes = append(notes, say.Root)
	}
	if row.Parent && !row.Open {
		notes = append(notes, say.Count(len(c.All())-1, "compartment"))
	}
	if n := t.attached[row.Path]; n > 0 {
		notes = append(notes, say.Count(n, "policy"))
	}
	if len(c.Tags) > 0 {
		notes = append(notes, say.Count(tagCount(c.Tags), "tag"))
	}
	if row.Target {
		notes = append(notes, say.Target)
	}
	return strings.Join(notes, " · ")
}

// target is where the request of the moment is aimed.
func (s State) target() *tenancy.Compartment {
	if answer := s.Answer(); answer != nil {
		return answer.Request.Compartment
	}
	return nil
}
