package store

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/assist"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
	say "oci-policy-playground/web/words"
)

// Renaming is what the dialog is about to rename: what is named at an offset of a text.
type Renaming struct {
	File    string
	At      int
	Target  assist.Target
	Problem string // why the name that was given cannot be taken

	land int // the tenancy whose entry it is
}

// asked opens the dialog about what is named at a place.
func (s State) asked(a AskRename) State {
	target, ok := s.definition(a.File, a.At)
	if !ok || !target.Renameable() {
		s.Notice = Notice{Text: say.NothingToRename, Kind: Brief}
		return s
	}
	s.Dialog, s.Renaming = "rename", &Renaming{File: a.File, At: a.At, Target: target, land: s.landOf(a.File)}
	return s
}

// renaming writes the new name wherever the old one stands, or says why not.
func (s State) renaming(e *engine.Engine, a RenameTo) State {
	r := s.Renaming
	if r == nil {
		return s
	}
	next, there := *r, s.from(r.land)
	edits, err := there.renames(r, a.Name)
	if err != nil {
		next.Problem = err.Error()
		s.Renaming = &next
		return s
	}
	renamed := there.entriesOf(there.mended(source.Fix{Edits: edits}))
	renamed.target, renamed.name = r.Target, a.Name
	s.Renaming = nil
	if path := renamed.path(); path != "" {
		s.TreeAt = along(path, renamed.next())(s.TreeAt)
	}
	return s.change(e, "", renamed.renamed())
}

// renames are the edits that another name asks for. Without a file it is the entry of the tenancy itself.
func (s State) renames(r *Renaming, name string) ([]source.Edit, error) {
	if r.File == "" {
		return assist.RenameEntry(s.Analysis.World, r.Target.Pointer, name, s.contexts())
	}
	h := s.help(r.File, s.textOf(r.File), r.At)
	return assist.Rename(h.context, r.At-h.shift, name, s.contexts())
}

// entries renames what the tenancy itself says, and moves the policies that are attached to it.
type entries struct {
	w      Work
	values scenario.Values
	world  *tenancy.Tenancy
	target assist.Target
	name   string
	edits  []source.Edit
}

// entriesOf are those of a work whose other texts have been changed already.
func (s State) entriesOf(w Work) *entries {
	return &entries{w: w, values: scenario.Read(w.tenancy()), world: s.Analysis.World}
}

func (e *entries) renamed() Work {
	e.put(e.target.Pointer+"/name", func(string) string { return e.name })
	switch e.target.Kind {
	case "group":
		e.memberships()
	case "compartment":
		e.places(e.path(), e.next())
	}
	return e.written()
}

// written is the work with the edits made.
func (e *entries) written() Work {
	text, err := source.Apply(e.w.tenancy(), e.edits)
	if err != nil {
		return e.w
	}
	return e.w.withTenancy(text)
}

// put changes the text that a pointer leads to.
func (e *entries) put(pointer string, change func(old string) string) {
	old, at, ok := e.values.Text(pointer)
	if next := change(old); ok && next != old {
		e.edits = append(e.edits, source.Edit{Span: at, New: scenario.Quoted(next)})
	}
}

// memberships renames the group where users say that they are in it.
func (e *entries) memberships() {
	var group *tenancy.Group
	for _, g := range e.world.Groups {
		if g.Pointer == e.target.Pointer {
			group = g
		}
	}
	change := func(old string) string {
		domain, name := tenancy.Unqualified(old)
		if !group.Is(domain, name) {
			return old
		}
		return old[:len(old)-len(name)] + e.name
	}
	for _, u := range e.world.Users {
		groups := u.Pointer + "/groups"
		for k := range e.values.Length(groups) {
			e.put(fmt.Sprintf("%s/%d", groups, k), change)
		}
	}
}

// path is that of the compartment that is renamed, "" when it is another thing; next is what it will be.
func (e *entries) path() string {
	for _, c := range e.world.Root.All() {
		if c.Pointer == e.target.Pointer {
			return c.Path()
		}
	}
	return ""
}

func (e *entries) next() string {
	old := e.path()
	return old[:strings.LastIndexByte(old, ':')+1] + e.name
}

// places changes the path of a compartment in those that lead through it.
func (e *entries) places(old, next string) {
	change := along(old, next)
	for _, c := range e.world.Root.All()[1:] {
		e.put(c.Pointer+"/compartmentId", change)
	}
	for _, r := range e.world.Resources {
		e.put(r.Pointer+"/compartment", change)
	}
	for _, p := range *policies(e.w.Scenario, e.w.land) {
		if to := change(p.AttachedTo); to != p.AttachedTo {
			e.w = e.w.withPolicy(p.File.Name, p.Name, to, p.File.Text)
		}
	}
}

// along changes a path in the paths and made-up identifiers that begin with it.
func along(path, next string) func(string) string {
	return func(old string) string {
		const made = "ocid1.compartment.oc1.."
		dots := strings.NewReplacer(":", ".")
		if id := made + dots.Replace(path); old == id || strings.HasPrefix(old, id+".") {
			return made + dots.Replace(next) + old[len(id):]
		}
		if n := len(path); len(old) >= n && strings.EqualFold(old[:n], path) && (len(old) == n || old[n] == ':') {
			return next + old[n:]
		}
		return old
	}
}
