//go:build js && wasm

package main

import (
	"errors"
	"strings"

	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/shelf"
	"oci-policy-playground/web/store"
	say "oci-policy-playground/web/words"
)

// keeper sees to it that nobody's work is lost: it keeps the work of the moment in the browser and its link in the address,
// each document a step in the history.
type keeper struct {
	store    *store.Store
	shelf    *shelf.Shelf
	work     store.Work // as last kept
	link     string     // as last written to the address, or found there; not a page of the catalog
	document int
	coming   bool // another document comes by the address
	asking   bool // whether one may
	full     bool // the browser refused to keep more, and that was said
}

func newKeeper(s *store.Store, works *shelf.Shelf) *keeper {
	now := s.State()
	works.Take(now.Own)
	k := &keeper{store: s, shelf: works, work: now.Work, document: now.Document}
	if link := browser.Fragment(); !strings.HasPrefix(link, catalogPage) {
		k.link = link
	}
	return k
}

// gate keeps work before another document takes its place, and asks where that cannot be done.
func (k *keeper) gate(a store.Action) store.Action {
	switch a := a.(type) {
	case store.ShowDialog:
		if a.Dialog == "open" {
			k.save()
			k.store.Dispatch(store.Shelved{All: k.shelf.All()})
		}
	case store.Forget:
		k.shelf.Remove(a.Key)
	case store.KeepOwn:
		k.shelf.Begin()
		k.keep(k.store.State())
	}
	s := k.store.State()
	if s.Replaces(a) && s.Damaged == nil {
		if !k.coming {
			k.address(s, browser.ReplaceFragment)
		}
		if k.keep(s) != nil {
			a = store.Ask{First: a}
		}
	}
	if opened, ok := a.(store.OpenFragment); ok {
		opened.Kept = k.shelf.All()
		return opened
	}
	return a
}

// arrive opens what a link or a step in the history has put into the address.
func (k *keeper) arrive(fragment string) {
	switch reading := k.store.State().Reading.Open; {
	case strings.HasPrefix(fragment, catalogPage):
		k.store.Dispatch(store.OpenFragment{Fragment: fragment})
	case fragment != k.link:
		k.link, k.coming = fragment, true
		defer func() { k.coming = false }()
		k.store.Dispatch(store.OpenFragment{Fragment: fragment})
	case reading:
		k.store.Dispatch(store.ShutCatalog{})
	}
}

// catalogPage begins the address of a page of the catalog.
const catalogPage = "catalog/"

// follow goes on with another document, and gives the address back that somebody would rather not open.
func (k *keeper) follow(s store.State) {
	if s.Document != k.document {
		k.document, k.work, k.asking = s.Document, s.Work, false
		k.shelf.Take(s.Own)
		if !k.coming && !s.Fresh {
			k.address(s, browser.PushFragment)
		}
		k.keep(s)
	}
	if k.asking && s.Dialog != "replace" {
		k.address(s, browser.ReplaceFragment)
	}
	k.asking = s.Dialog == "replace"
}

// save keeps what has changed.
func (k *keeper) save() {
	s := k.store.State()
	if s.Damaged != nil || s.Fresh || s.Work.Scenario == k.work.Scenario && s.Work.Line == k.work.Line {
		return
	}
	k.work = s.Work
	if !s.Reading.Open {
		k.address(s, browser.ReplaceFragment)
	}
	if err := k.keep(s); err != nil && !errors.Is(err, browser.ErrNoStorage) && !k.full {
		k.full = true
		k.store.Dispatch(store.Tell{Notice: store.Notice{Text: say.NotKept}})
	}
}

// keep puts work on the shelf.
func (k *keeper) keep(s store.State) error {
	if !s.Touched || s.Damaged != nil {
		return nil
	}
	return k.shelf.Save(s.Text())
}

// address writes the link of the moment, or none where a link cannot hold so much: then the next visit shows what is kept.
func (k *keeper) address(s store.State, write func(fragment string) error) {
	link, _ := s.Link()
	if s.Fresh {
		link = ""
	}
	if link != browser.Fragment() {
		k.link = link
		write(link)
	}
}

// compare looks whether another tab has changed the work of this one.
func (k *keeper) compare() {
	theirs, changed := k.shelf.Changed()
	switch s := k.store.State(); {
	case !changed:
	case theirs.Text == s.Text():
		k.shelf.Take(theirs)
	default:
		k.store.Dispatch(store.Rival{Kept: theirs})
	}
}
