package store

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/assist"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// Renaming is what the dialog is about to rename: what is named at an offset of a text.
type Renaming struct {
	File    string
	At      int
	Target  assist.Target
	Problem string // why the name that was given cannot be taken
}

// asked opens the dialog about what is named at a place.
func (s State) asked(a AskRename) State {
	target, ok := s.Definition(a.File, a.At)
	if !ok || !target.Renameable() {
		s.Notice = Notice{Text: "Put the caret on a group, a dynamic group or a compartment to rename it.", Kind: Brief}
		return s
	}
	s.Dialog, s.Renaming = "rename", &Renaming{File: a.File, At: a.At, Target: target}
	return s
}

// renaming writes the new name wherever the old one stands, or says why not.
func (s State) renaming(e *engine.Engine, a RenameTo) State {
	r := s.Renaming
	if r == nil {
		return s
	}
	next := *r
	h := s.help(r.File, s.textOf(r.File), r.At)
	edits, err := assist.Rename(h.context, r.At-h.shift, a.Name, s.contexts())
	if err != nil {
		next.Problem = err.Error()
		s.Renaming = &next
		return s
	}
	w := entries{w: s.mended(source.Fix{Edits: edits}), world: s.Analysis.World, target: r.Target, name: a.Name}.renamed()
	s.Renaming = nil
	return s.change(e, "", w)
}

// entries renames what the tenancy itself says, and moves the policies that are attached to it.
type entries struct {
	w      Work
	world  *tenancy.Tenancy
	target assist.Target
	name   string
	edits  []source.Edit
}

func (e entries) renamed() Work {
	f := e.w.Scenario.Tenancy
	e.put(e.target.Pointer+"/name", func(string) string { return e.name })
	switch e.target.Kind {
	case "group":
		e.memberships()
	case "compartment":
		e.places()
	}
	text, err := source.Apply(f, e.edits)
	if err != nil {
		return e.w
	}
	return e.w.withTenancy(text)
}

// put changes the text that a pointer leads to. One with escapes stays as it is.
func (e *entries) put(pointer string, change func(old string) string) bool {
	f := e.w.Scenario.Tenancy
	at, ok := scenario.Locate(f, pointer)
	if written := f.Slice(at); ok && len(written) > 1 && written[0] == '"' && !strings.Contains(written, `\`) {
		old := written[1 : len(written)-1]
		if next := change(old); next != old {
			e.edits = append(e.edits, source.Edit{Span: at, New: scenario.Quoted(next)})
		}
	}
	return ok
}

// memberships renames the group where users say that they are in it.
func (e *entries) memberships() {
	var group *tenancy.Group
	for _, g := range e.world.Groups {
		if e.target.Pointer == fmt.Sprintf("/groups/%d", g.Index) {
			group = g
		}
	}
	change := func(old string) string {
		domain, name, ok := strings.Cut(old, "/")
		if !ok {
			domain, name = "", old
		}
		if !group.Is(domain, name) {
			return old
		}
		return old[:len(old)-len(name)] + e.name
	}
	for _, u := range e.world.Users {
		for k := 0; e.put(fmt.Sprintf("/users/%d/groups/%d", u.Index, k), change); k++ {
		}
	}
}

// places renames the compartment in the paths that lead through it.
func (e *entries) places() {
	var old string
	for _, c := range e.world.Root.All() {
		if c.Pointer == e.target.Pointer {
			old = c.Path()
		}
	}
	change := e.along(old)
	for _, c := range e.world.Root.All()[1:] {
		e.put(c.Pointer+"/compartmentId", change)
	}
	for _, r := range e.world.Resources {
		e.put(fmt.Sprintf("/resources/%d/compartment", r.Index), change)
	}
	for _, p := range e.w.Scenario.Policies {
		if to := change(p.AttachedTo); to != p.AttachedTo {
			e.w = e.w.withPolicy(p.File.Name, p.Name, to, p.File.Text)
		}
	}
}

// along renames the last compartment of a path in the paths and made-up identifiers that begin with it.
func (e *entries) along(path string) func(string) string {
	next := path[:strings.LastIndexByte(path, ':')+1] + e.name
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
