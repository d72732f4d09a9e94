package store

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	say "oci-policy-playground/web/words"
)

// CatalogView is the catalog: what is looked for at one side, what is read about at the other.
type CatalogView struct {
	Open     bool
	Query    string
	Services bool // Found are all services, since nothing is looked for
	Found    []EntryView
	More     bool // there are more
	Name     string
	Unknown  []Phrase // why there is no page of that name
	Pages    []PageView
	Back     string // the address of the work underneath
	Date     string
}

// EntryView leads to a page.
type EntryView struct{ Link, Name, Kind, Service string }

// PageView is all there is to say about one thing.
type PageView struct {
	Key, Title, Kind string
	Lead             [][]Phrase // sentences
	Blocks           []BlockView
	Source           string
}

// BlockView is a table, or without a head a list.
type BlockView struct {
	Title string
	Head  []string
	Rows  []LineView
}

// LineView is a line of a block. Insert is a statement that it offers.
type LineView struct {
	Depth  int
	Cells  [][]Phrase
	Insert string
}

const mostFound = 60

func (s State) catalogView() CatalogView {
	v := CatalogView{Open: s.Reading.Open, Query: s.Reading.Query, Name: s.Reading.Name}
	if !v.Open {
		return CatalogView{}
	}
	c := catalog.Default()
	v.Date, v.Back = c.Date(), s.back()
	v.Found, v.More = finds(c, v.Query)
	if v.Services = strings.TrimSpace(v.Query) == ""; v.Services {
		v.Found = services(c)
	}
	if v.Name == "" {
		return v
	}
	for _, e := range c.Entries(v.Name) {
		v.Pages = append(v.Pages, s.pageOf(c, e))
	}
	if len(v.Pages) == 0 {
		v.Unknown = phrases(say.NothingCalled(v.Name))
	}
	return v
}

// back is where the way back leads.
func (s State) back() string {
	if s.Fresh {
		return ""
	}
	link, _ := s.Link()
	return link
}

func finds(c *catalog.Catalog, query string) (found []EntryView, more bool) {
	entries := c.Search(query, mostFound+1)
	for i, e := range entries {
		if i < mostFound {
			found = append(found, entryView(c, e))
		}
	}
	return found, len(entries) > mostFound
}

func entryView(c *catalog.Catalog, e catalog.Entry) EntryView {
	service := ""
	if s, ok := c.Service(e.Service); ok && e.Kind != catalog.ServiceEntry {
		service = s.Name
	}
	name := e.Name
	if e.Kind == catalog.ServiceEntry {
		s, _ := c.Service(e.Service)
		name = s.Name
	}
	return EntryView{Link: e.Key(), Name: name, Kind: e.Kind.String(), Service: service}
}

// services are all of them, by the names that people read.
func services(c *catalog.Catalog) []EntryView {
	var all []EntryView
	for s := range c.Services() {
		all = append(all, EntryView{Link: s.Key, Name: s.Name})
	}
	slices.SortFunc(all, func(a, b EntryView) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	return all
}

// refer is a name as a link to its page.
func refer(name, link string) Phrase { return Phrase{Text: name, Style: "code", Link: link} }

// listed joins names, each a link to its page.
func listed(names []string) []Phrase {
	var all []Phrase
	for _, n := range names {
		all = comma(append(all, refer(n, n)), ", ")
	}
	return unended(all)
}

// comma adds what parts one thing from the next, unended takes the last away again.
func comma(all []Phrase, mark string) []Phrase { return append(all, Phrase{Text: mark}) }

func unended(all []Phrase) []Phrase {
	if len(all) == 0 {
		return nil
	}
	return all[:len(all)-1]
}
