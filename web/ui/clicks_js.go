package ui

import (
	"strconv"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/shelf"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// clicks are what a click, or Enter on a button, does.
var clicks = map[string]func(*Page, kit.Target){
	"skip": func(p *Page, t kit.Target) { t.Taken(); browser.Focus("#verdict") },

	"dialog": func(p *Page, t kit.Target) {
		browser.Need() // it is drawn there
		p.Store.Dispatch(store.ShowDialog{Dialog: t.Data("kind")})
	},
	"close":   func(p *Page, t kit.Target) { closeDialog(t) },
	"new":     func(p *Page, t kit.Target) { p.Store.Dispatch(store.NewScenario{}) },
	"example": func(p *Page, t kit.Target) { closeDialog(t); p.Store.Dispatch(store.OpenExample{Name: t.Data("name")}) },
	"undo":    func(p *Page, t kit.Target) { p.Store.Dispatch(store.Undo{}) },
	"redo":    func(p *Page, t kit.Target) { p.Store.Dispatch(store.Redo{}) },
	"dialect": func(p *Page, t kit.Target) {
		dialect, _ := policy.ParseDialect(t.Data("to"))
		p.Store.Dispatch(store.SetDialect{Dialect: dialect})
	},
	"theme":      func(p *Page, t kit.Target) { p.Store.Dispatch(store.SetTheme{Theme: t.Data("to")}) },
	"pane":       func(p *Page, t kit.Target) { p.Store.Dispatch(store.SetPane{Pane: t.Data("to")}) },
	"shut-about": func(p *Page, t kit.Target) { p.Store.Dispatch(store.ShutAbout{}) },
	"greet":      func(p *Page, t kit.Target) { p.Store.Dispatch(store.Greet{}) },
	"kept": func(p *Page, t kit.Target) {
		p.Store.Dispatch(store.OpenKept{Kept: shelf.Kept{Text: p.Store.State().Aside}})
	},
	"work":         openWork,
	"forget":       func(p *Page, t kit.Target) { p.Store.Dispatch(store.Forget{Key: t.Data("key")}) },
	"take-rival":   func(p *Page, t kit.Target) { p.Store.Dispatch(store.TakeRival{}) },
	"keep-own":     func(p *Page, t kit.Target) { p.Store.Dispatch(store.KeepOwn{}) },
	"replace":      func(p *Page, t kit.Target) { p.Store.Dispatch(store.Replace{}) },
	"shut-catalog": func(p *Page, t kit.Target) { t.Taken(); p.Store.Dispatch(store.ShutCatalog{}) },
	"insert-text":  func(p *Page, t kit.Target) { p.Store.Dispatch(store.InsertText{Statement: t.Data("statement")}) },
	"dismiss":      func(p *Page, t kit.Target) { p.Store.Dispatch(store.DismissNotice{}) },
	"restart":      func(p *Page, t kit.Target) { browser.Restart() },

	"format":        func(p *Page, t kit.Target) { p.Store.Dispatch(store.FormatPolicies{}) },
	"add-policy":    func(p *Page, t kit.Target) { p.Store.Dispatch(store.AddPolicy{Of: t.Data("of")}) },
	"remove-policy": func(p *Page, t kit.Target) { p.Store.Dispatch(store.RemovePolicy{File: t.Data("policy")}) },
	"show":          func(p *Page, t kit.Target) { p.Store.Dispatch(store.Show{Span: spanOf(t)}) },
	"add-missing":   func(p *Page, t kit.Target) { p.Store.Dispatch(store.AddMissing{}) },
	"fix-problem": func(p *Page, t kit.Target) {
		p.Store.Dispatch(store.FixProblem{At: spanOf(t), Title: t.Data("title")})
	},
	"fix-story": func(p *Page, t kit.Target) {
		p.Store.Dispatch(store.FixStory{Need: number(t, "need"), Statement: number(t, "statement"), Fix: number(t, "fix"), Title: t.Data("title")})
	},
	"rename-to": renameTo,
	"insert":    func(p *Page, t kit.Target) { p.Store.Dispatch(store.InsertStatement{}) },

	"json":  func(p *Page, t kit.Target) { p.Store.Dispatch(store.SetJSON{On: t.Data("on") != ""}) },
	"place": place, "aim": aim, "do-form": doForm,
	"ask": func(p *Page, t kit.Target) {
		p.Store.Dispatch(store.AskForm{Kind: t.Data("kind"), Pointer: t.Data("pointer")})
	},
	"attach-here":    func(p *Page, t kit.Target) { p.Store.Dispatch(store.AttachHere{Path: t.Data("path")}) },
	"tenancy":        func(p *Page, t kit.Target) { p.Store.Dispatch(store.ShowTenancy{Name: t.Data("to")}) },
	"remove-tenancy": func(p *Page, t kit.Target) { p.Store.Dispatch(store.RemoveTenancy{}) },
	"entry":          func(p *Page, t kit.Target) { p.Store.Dispatch(store.ShowEntry{Pointer: t.Data("pointer")}) },
	"show-all":       func(p *Page, t kit.Target) { p.Store.Dispatch(store.ShowAll{List: t.Data("list")}) },
	"member": func(p *Page, t kit.Target) {
		p.Store.Dispatch(store.SetMember{User: t.Data("user"), Group: t.Data("group"), In: t.Data("in") != ""})
	},
	"fold": func(p *Page, t kit.Target) {
		p.Store.Dispatch(store.Fold{Path: t.Data("path"), Shut: t.Data("open") != ""})
	},

	"checks-text": func(p *Page, t kit.Target) { p.Store.Dispatch(store.SetChecksText{On: t.Data("on") != ""}) },
	"add-check":   func(p *Page, t kit.Target) { p.Store.Dispatch(store.AddCheck{}) },
	"remove-check": func(p *Page, t kit.Target) {
		p.Store.Dispatch(store.RemoveCheck{Line: number(t, "line"), Text: t.Data("text")})
	},
	"load": func(p *Page, t kit.Target) { p.Store.Dispatch(store.LoadCheck{Line: number(t, "line")}) },

	"copy-text":     func(p *Page, t kit.Target) { copyStory(p, false) },
	"copy-markdown": func(p *Page, t kit.Target) { copyStory(p, true) },
	"copy-least":    func(p *Page, t kit.Target) { copyText(p, p.Store.State().Answer().Story.Least, say.Copied) },
	"copy-snippet":  func(p *Page, t kit.Target) { copyText(p, p.Store.Views().Dialog.Snippet.HTML, say.Copied) },
	"copy-link":     func(p *Page, t kit.Target) { copyText(p, p.Store.Views().Dialog.Link, say.LinkCopied) },
	"copy-failure":  func(p *Page, t kit.Target) { copyText(p, p.Store.State().Failure.Text, say.Copied) },
	"link":          func(p *Page, t kit.Target) { t.Node().Call("select") },
	"save":          save,
	"take":          take,
}

func clicked(p *Page, t kit.Target) {
	if act, ok := clicks[t.Act()]; ok {
		act(p, t)
	}
}

// closeDialog closes the dialog around an element as Escape does, so that the browser gives the focus back.
func closeDialog(t kit.Target) {
	if dialog := t.Node().Call("closest", "dialog"); dialog.Truthy() {
		dialog.Call("close")
	}
}

// renameTo gives the name in the dialog, which closes when it can be taken.
func renameTo(p *Page, t kit.Target) {
	p.Store.Dispatch(store.RenameTo{Name: browser.FieldText("new-name")})
	if p.Store.State().Renaming == nil {
		closeDialog(t)
	}
}

func number(t kit.Target, name string) int {
	n, _ := strconv.Atoi(t.Data(name))
	return n
}

func aim(p *Page, t kit.Target) {
	p.Store.Dispatch(store.TreeTo{Path: t.Data("path")})
	p.Store.Dispatch(store.SetPlace{Path: t.Data("path"), Of: p.Store.Views().Tenancy.Called})
}

func fileName(s store.State) string {
	if s.Example != "" {
		return s.Example
	}
	return "oci-policies"
}

func copyText(p *Page, text, done string) {
	browser.Copy(text, func(ok bool) {
		if !ok {
			done = say.NotCopied
		}
		p.send(store.Tell{Notice: store.Notice{Text: done, Kind: store.Brief}})
	})
}

func copyStory(p *Page, markdown bool) {
	s := p.Store.State().Shared()
	answer := s.Answer()
	if answer == nil {
		return
	}
	if !markdown {
		copyText(p, answer.Story.Text(), say.Copied)
		return
	}
	link, err := s.Link()
	if err == nil {
		link = s.Address + "#" + link
	}
	copyText(p, answer.Story.Markdown(link), say.Copied)
}
