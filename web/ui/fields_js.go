package ui

import (
	"slices"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// changes are what a field does when it is done, and a select when another option is chosen.
var changes = map[string]func(*Page, kit.Target){
	"rename": func(p *Page, t kit.Target) {
		p.Store.Dispatch(store.RenamePolicy{File: t.Data("policy"), Name: t.Value()})
	},
	"attach": func(p *Page, t kit.Target) {
		p.Store.Dispatch(store.AttachPolicy{File: t.Data("policy"), Path: t.Value()})
	},
	"who":   func(p *Page, t kit.Target) { p.Store.Dispatch(store.SetPrincipal{Text: t.Value()}) },
	"ask":   func(p *Page, t kit.Target) { p.Store.Dispatch(store.SetAsk{Text: t.Value()}) },
	"where": func(p *Page, t kit.Target) { p.Store.Dispatch(store.SetPlace{Path: t.Value()}) },
	"elsewhere": func(p *Page, t kit.Target) {
		p.Store.Dispatch(store.SetElsewhere{Type: t.Data("type"), Place: t.Value()})
	},
	"want": func(p *Page, t kit.Target) { p.Store.Dispatch(store.SetWant{Text: t.Value()}) },
	"variable": func(p *Page, t kit.Target) {
		p.Store.Dispatch(store.SetVariable{Name: t.Data("name"), State: store.Given, Value: t.Value()})
	},
	"knowledge": func(p *Page, t kit.Target) {
		p.Store.Dispatch(store.SetVariable{Name: t.Data("name"), State: store.Knowledge(t.Value()), Value: t.Data("value")})
	},
	"circumstance": func(p *Page, t kit.Target) {
		p.Store.Dispatch(store.SetCircumstance{Name: t.Data("name"), State: store.Knowledge(t.Value())})
	},
	"open-file": openFile,
	"onto":      func(p *Page, t kit.Target) { p.Store.Dispatch(store.SetOnto{On: t.Checked()}) },
	"redact":    setRedaction,
	"framed":    func(p *Page, t kit.Target) { p.Store.Dispatch(store.SetFramed{View: t.Value()}) },
	"self":      setSelf,
}

func changed(p *Page, t kit.Target) {
	if act, ok := changes[t.Act()]; ok {
		act(p, t)
	}
}

// typed is what a field does at every key.
func typed(p *Page, t kit.Target) {
	switch t.Act() {
	case "propose":
		p.Store.Dispatch(store.Propose{Name: say.Pasted, Text: t.Value(), Pasted: true})
	case "filter":
		p.Store.Dispatch(store.SetFilter{Text: t.Value()})
	case "look-up":
		p.Store.Dispatch(store.LookUp{Query: t.Value()})
	case "fill":
		p.Store.Dispatch(store.FillForm{Field: t.Data("field"), Value: t.Value()})
	case "ask":
		if slices.Contains(p.Store.Views().Request.Form.Asks, t.Value()) {
			p.Store.Dispatch(store.SetAsk{Text: t.Value()})
		} else {
			p.Store.Dispatch(store.Suggest{Text: t.Value()})
		}
	case "variable":
		p.Store.Dispatch(store.SetVariable{Name: t.Data("name"), State: store.Given, Value: t.Value()})
	}
}
