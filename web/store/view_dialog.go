package store

import (
	"fmt"
	"strings"
	"sync"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/examples"
)

// DialogView is the dialog that is open.
type DialogView struct {
	Kind     string // "" for none
	Filter   string
	Examples []ExampleView
	Link     string // the whole address
	Meter    string // how far such a link gets
	Rename   RenameView
	Engine   string
	Catalog  string
}

// RenameView is what is to have another name.
type RenameView struct {
	Kind, Name string
	Problem    []Phrase
}

// ExampleView is an example in the list.
type ExampleView struct {
	Name, Title, About string
	Current            bool
}

func (s State) dialogView() DialogView {
	v := DialogView{Kind: s.Dialog}
	switch s.Dialog {
	case "examples":
		v.Filter, v.Examples = s.Filter, s.examples()
	case "share":
		link, err := s.Link()
		if err != nil {
			v.Meter = err.Error()
			break
		}
		v.Link = s.Address + "#" + link
		v.Meter = meter(len(v.Link))
	case "rename":
		if r := s.Renaming; r != nil {
			v.Rename = RenameView{r.Target.Kind, r.Target.Name, phrases(r.Problem)}
		}
	case "help":
		v.Engine, v.Catalog = engine.Version, catalog.Default().Date()
	}
	return v
}

// Link is the fragment that shows this page again.
func (s State) Link() (string, error) {
	if s.Damaged != nil {
		return s.Damaged.Link, nil
	}
	if s.Example != "" {
		return "example=" + s.Example, nil
	}
	return scenario.Link(s.Work.Saved())
}

func meter(length int) string {
	advice := "It fits anywhere."
	switch {
	case length > 32_000:
		advice = "Many programs cut links this long; a file is safer."
	case length > 8_000:
		advice = "Some chats and trackers cut links this long."
	case length > 2_000:
		advice = "It fits in most places; some old mail programs cut it."
	}
	return fmt.Sprintf("%d characters. %s", length, advice)
}

var gallery = sync.OnceValue(func() []ExampleView {
	var all []ExampleView
	for _, name := range examples.Names() {
		archive, _ := examples.Read(name)
		head, _, _ := strings.Cut(string(archive), "\n-- ")
		title, about, _ := strings.Cut(head, "\n")
		about, _, _ = strings.Cut(spokenText(strings.TrimSpace(about)), "\n\n")
		all = append(all, ExampleView{Name: name, Title: title, About: flat(firstSentence(about))})
	}
	return all
})

func firstSentence(text string) string {
	if i := strings.Index(text, ". "); i >= 0 {
		return text[:i+1]
	}
	return text
}

func (s State) examples() []ExampleView {
	var found []ExampleView
	for _, x := range gallery() {
		if strings.Contains(strings.ToLower(x.Title+" "+x.About+" "+x.Name), strings.ToLower(strings.TrimSpace(s.Filter))) {
			x.Current = x.Name == s.Example
			found = append(found, x)
		}
	}
	return found
}
