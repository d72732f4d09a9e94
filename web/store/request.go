package store

import (
	"slices"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

func (s State) asking(e *engine.Engine, a Action) State {
	if a, ok := a.(EditSentence); ok {
		return s.change(e, "request", s.Work.typed(a))
	}
	s.Asking = ""
	sentence, text := s.sentence()
	return s.change(e, "", s.Work.withSentence(reworded(sentence, text, a)))
}

// sentence is the request as read. One that cannot be read is begun anew.
func (s State) sentence() (*scenario.Sentence, string) {
	text := s.Work.Sentence()
	if read := parse(text); read != nil {
		return read, text
	}
	text = s.usual()
	return parse(text), text
}

// usual is a sentence to begin with.
func (s State) usual() string {
	who := "nobody"
	switch world := s.Analysis.World; {
	case len(world.Users) > 0:
		who = word(world.Users[0].Qualified())
	case len(world.Resources) > 0:
		who = word(world.Resources[0].Type) + " " + word(world.Resources[0].Name)
	}
	return who + " may ListBuckets in tenancy"
}

func parse(text string) *scenario.Sentence {
	f := source.NewFile(sentenceFile, text)
	sentence, _ := scenario.ParseSentence(f, f.Span(0, len(text)))
	return sentence
}

// reworded is the sentence with one part of it changed; what is not touched stays as it was typed.
func reworded(sentence *scenario.Sentence, text string, a Action) string {
	put := func(at scenario.Node, words string) string {
		span := at.Span()
		return text[:span.Start] + words + text[span.End:]
	}
	switch a := a.(type) {
	case SetPrincipal:
		return put(sentence.Who, a.Text)
	case SetAsk:
		return put(sentence.Ask, strings.TrimSpace(a.Text))
	case SetPlace:
		if a.Of != "" {
			return put(sentence.Where, place(a.Path)+" of "+word(a.Of))
		}
		return put(sentence.Where, place(a.Path))
	case SetWant:
		return put(sentence.May, a.Text)
	case SetVariable:
		return withGiven(sentence, concerns(a.Name), variable(a))
	case SetElsewhere:
		return withGiven(sentence, concerns(a.Type), elsewhere(a))
	case SetCircumstance:
		return withGiven(sentence, concerns(a.Name), circumstance(a))
	}
	panic("an action that is not about the request")
}

// concerns tells the parts of a sentence that say something of a variable or circumstance.
func concerns(name string) func(scenario.Given) bool {
	return func(g scenario.Given) bool {
		of := ""
		switch g := g.(type) {
		case *scenario.Absent:
			of = string(g.Variable.Text)
		case *scenario.Equals:
			of = string(g.Variable.Text)
		case *scenario.Elsewhere:
			of = string(g.Type.Text)
		case *scenario.Holds:
			of = string(g.Circumstance.Text)
		case *scenario.Unless:
			of = string(g.Circumstance.Text)
		}
		return strings.EqualFold(of, name)
	}
}

// withGiven puts a part in the place of the one like it, or adds it; nil takes that away.
func withGiven(sentence *scenario.Sentence, like func(scenario.Given) bool, part scenario.Given) string {
	next := *sentence
	next.With = slices.Clone(next.With)
	i := slices.IndexFunc(next.With, like)
	switch {
	case i < 0 && part != nil:
		next.With = append(next.With, part)
	case i >= 0 && part == nil:
		next.With = slices.Delete(next.With, i, i+1)
	case i >= 0:
		next.With[i] = part
	}
	return next.String()
}

func variable(a SetVariable) scenario.Given {
	name := &scenario.Name{Text: scenario.Text(a.Name)}
	switch a.State {
	case Given:
		equals := &scenario.Equals{Variable: name}
		for member := range strings.SplitSeq(a.Value, ",") {
			equals.Members = append(equals.Members, &scenario.Literal{Text: scenario.Text(strings.TrimSpace(member))})
		}
		return equals
	case Absent:
		return &scenario.Absent{Variable: name}
	}
	return nil
}

func elsewhere(a SetElsewhere) scenario.Given {
	if a.Place == SamePlace {
		return nil
	}
	path := a.Place
	if path == "" {
		path = "tenancy"
	}
	return &scenario.Elsewhere{Type: &scenario.Name{Text: scenario.Text(a.Type)},
		Where: &scenario.Place{Path: &scenario.Name{Text: scenario.Text(path)}}}
}

func circumstance(a SetCircumstance) scenario.Given {
	name := &scenario.Name{Text: scenario.Text(a.Name)}
	switch a.State {
	case Holds:
		return &scenario.Holds{Circumstance: name}
	case Not:
		return &scenario.Unless{Circumstance: name}
	}
	return nil
}

// word is a name as a sentence writes it.
func word(name string) string { return (&scenario.Name{Text: scenario.Text(name)}).String() }

// place is a compartment's path as a sentence writes it.
func place(path string) string {
	if path == "" {
		return "tenancy"
	}
	return word(path)
}
