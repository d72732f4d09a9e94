package store

import (
	"strings"
	"sync"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/examples"
	say "oci-policy-playground/web/words"
)

// DialogView is the dialog that is open.
type DialogView struct {
	Kind     string // "" for none
	Told     string // what came of a button in it
	Filter   string
	Chapters []ChapterView
	Link     string // the whole address
	Meter    string // how far such a link gets
	Rename   RenameView
	Import   ImportView
	Works    []KeptView
	Replace  ReplaceView
	Redact   RedactView
	Snippet  SnippetView
	Form     *Form // about an entry of the tenancy
	Engine   string
	Catalog  string
}

// RenameView is what is to have another name.
type RenameView struct {
	Kind, Name string
	Problem    []Phrase
}

// ChapterView is some examples under one heading.
type ChapterView struct {
	Heading  string
	Examples []ExampleView
}

// ExampleView is an example in the list.
type ExampleView struct {
	Name, Title string
	About       []Phrase
	Current     bool
	words       string // what it is found by
}

func (s State) dialogView() DialogView {
	v := DialogView{Kind: s.Dialog, Form: s.Tending.Form}
	if s.Dialog != "" && s.Notice.Kind == Brief {
		v.Told = s.Notice.Text
	}
	switch s.Dialog {
	case "examples":
		v.Filter, v.Chapters = s.Filter, s.chapters()
	case "open":
		v.Import, v.Works = s.importView(), s.Works
	case "replace":
		v.Replace = s.replaceView()
	case "share":
		v.Redact = s.redactView()
		link, err := s.Shared().Link()
		if err != nil {
			v.Meter = err.Error()
			break
		}
		v.Link = s.Address + "#" + link
		v.Meter = meter(len(v.Link))
		v.Snippet = s.snippet(link)
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
	return scenario.Link(s.saved())
}

func meter(length int) string {
	advice := say.LinkFits
	switch {
	case length > 32_000:
		advice = say.LinkTooLong
	case length > 8_000:
		advice = say.LinkLong
	case length > 2_000:
		advice = say.LinkLonger
	}
	return say.Characters(length, advice)
}

var gallery = sync.OnceValue(func() []ExampleView {
	var all []ExampleView
	for _, name := range examples.Names() {
		archive, _ := examples.Read(name)
		head, _, _ := strings.Cut(string(archive), "\n-- ")
		title, about, _ := strings.Cut(head, "\n")
		about, _, _ = strings.Cut(strings.TrimSpace(about), "\n\n")
		about = flat(firstSentence(about))
		all = append(all, ExampleView{Name: name, Title: title, About: phrases(about), words: strings.Join([]string{examples.Heading(name), title, spokenText(about), name}, " ")})
	}
	return all
})

func firstSentence(text string) string {
	if i := strings.Index(text, ". "); i >= 0 {
		return text[:i+1]
	}
	return text
}

// chapters are the examples that have all the words looked for.
func (s State) chapters() []ChapterView {
	var all []ChapterView
	for _, x := range gallery() {
		if !hasWords(x.words, s.Filter) {
			continue
		}
		heading := examples.Heading(x.Name)
		x.Current = x.Name == s.Example
		if last := len(all) - 1; last >= 0 && all[last].Heading == heading {
			all[last].Examples = append(all[last].Examples, x)
		} else {
			all = append(all, ChapterView{heading, []ExampleView{x}})
		}
	}
	return all
}

func hasWords(text, words string) bool {
	text = strings.ToLower(text)
	for _, w := range strings.Fields(strings.ToLower(words)) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
