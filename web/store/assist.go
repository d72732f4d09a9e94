package store

import (
	"strings"

	"oci-policy-playground/engine/assist"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
	say "oci-policy-playground/web/words"
)

// Item is a word that an editor offers; it replaces the bytes from Start to End.
type Item struct {
	Label, Detail, Info, Kind, Insert string
	Start, End                        int
}

// Complete lists what can stand at an offset of an editor, whose text may be newer than the state.
func (s State) Complete(file, text string, at int) []Item {
	h := s.help(file, text, at)
	if h.context.File == nil {
		return nil
	}
	var items []Item
	for _, it := range assist.Complete(h.context, at-h.shift) {
		insert := it.Edit.New
		if h.json {
			insert = scenario.Quoted(insert)
			insert = insert[1 : len(insert)-1]
		}
		items = append(items, Item{it.Label, it.Detail, it.Doc, it.Kind, insert, it.Edit.Span.Start + h.shift, it.Edit.Span.End + h.shift})
	}
	return items
}

// Card explains a word in lines, the last of which may be the address of a page, and offers what can be done with it.
type Card struct {
	Text string
	Acts []Act
}

// Act is something that a button does.
type Act struct {
	Title string
	Do    Action
}

// Hover explains the word at an offset of an editor.
func (s State) Hover(file, text string, at int) (card Card, ok bool) {
	h := s.help(file, text, at)
	if h.context.File == nil {
		return card, false
	}
	found, ok := assist.Hover(h.context, at-h.shift)
	lines := append([]string{"`" + found.Title + "`"}, found.Lines...)
	if found.Source != "" {
		lines = append(lines, found.Source)
	}
	card.Text = strings.Join(lines, "\n")
	if s.embedded() {
		return card, ok // what a card offers leads to panes and dialogs that may not be there
	}
	if target, ok := assist.Definition(h.context, at-h.shift); ok {
		card.Acts = append(card.Acts, Act{say.ShowInTenancy, GoTo{File: file, At: at}})
		if target.Renameable() {
			card.Acts = append(card.Acts, Act{say.RenameEverywhere, AskRename{File: file, At: at}})
		}
	} else if all := h.context.Catalog.Entries(found.Title); len(all) > 0 {
		card.Acts = append(card.Acts, Act{say.OpenInCatalog, Consult{Name: all[0].Key()}})
	}
	return card, ok
}

// definition finds what the word at an offset names.
func (s State) definition(file string, at int) (assist.Target, bool) {
	h := s.help(file, s.textOf(file), at)
	if h.context.File == nil {
		return assist.Target{}, false
	}
	return assist.Definition(h.context, at-h.shift)
}

// help is a text that can be helped with, and where in its editor it begins. Without a file there is none.
type help struct {
	context assist.Context
	shift   int
	json    bool // it stands in a text of JSON
}

const sentenceFile = "request"

func (s State) help(file, text string, at int) help {
	h := help{context: assist.Context{World: s.Analysis.World, Catalog: catalog.Default(), Kind: assist.Check}}
	switch d, world, ok := s.Analysis.Policy(file); {
	case ok:
		h.context.Kind, h.context.World, h.context.AttachedTo = assist.Policy, world, d.AttachedTo
	case file == sentenceFile || file == s.Work.checks().Name:
	case s.isTenancy(file):
		return s.from(s.landOf(file)).helpRule(h, text, at)
	default:
		g, land := s.ruleOf(file)
		if g == nil {
			return h
		}
		h.context.Kind, h.context.World = assist.Rule, s.Analysis.Worlds()[land]
	}
	h.context.File = source.NewFile(file, text)
	return h
}

// helpRule helps with the matching rule at an offset of the tenancy, where it is written without escapes.
func (s State) helpRule(h help, text string, at int) help {
	f := source.NewFile(s.Work.tenancy().Name, text)
	for _, g := range s.Analysis.World.DynamicGroups {
		whole, ok := scenario.Locate(f, rulePointer(g))
		if !ok || at <= whole.Start || at >= whole.End {
			continue
		}
		rule := text[whole.Start+1 : whole.End-1]
		if strings.Contains(rule, `\`) {
			return h
		}
		return help{assist.Context{File: source.NewFile(f.Name, rule), World: s.Analysis.World, Catalog: h.context.Catalog, Kind: assist.Rule}, whole.Start + 1, true}
	}
	return h
}

func (s State) textOf(file string) string {
	if file == sentenceFile {
		return s.Work.Sentence()
	}
	for _, f := range s.Work.Scenario.Files() {
		if f.Name == file {
			return f.Text
		}
	}
	if g, _ := s.ruleOf(file); g != nil {
		return g.MatchingRule
	}
	return ""
}

// going shows the entry of the tenancy that is named at a place.
func (s State) going(a GoTo) State {
	f := s.Work.of(s.landOf(a.File)).tenancy()
	target, ok := s.definition(a.File, a.At)
	if !ok || f == nil {
		s.Notice = Notice{Text: say.NothingNamed, Kind: Brief}
		return s
	}
	at, ok := scenario.Locate(f, target.Pointer+"/name")
	if !ok {
		return s
	}
	return s.showing(f.Span(at.Start+1, at.End-1))
}

// contexts are all texts that can name something of the tenancy: its own, and those of the others, which know its OCIDs.
func (s State) contexts() []assist.Context {
	var all []assist.Context
	add := func(f *source.File, world *tenancy.Tenancy, at *tenancy.Compartment, kind assist.Kind) {
		all = append(all, assist.Context{File: f, World: world, Catalog: catalog.Default(), AttachedTo: at, Kind: kind, Of: s.called()})
	}
	for i, world := range s.Analysis.Worlds() {
		for _, d := range s.Analysis.From(i).Documents {
			add(d.Policy.File, world, d.AttachedTo, assist.Policy)
		}
		for _, g := range world.DynamicGroups {
			add(s.Analysis.Rules[g], world, nil, assist.Rule)
		}
	}
	add(s.Work.checks(), s.Analysis.World, nil, assist.Check)
	return all
}
