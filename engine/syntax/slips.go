package syntax

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/source"
)

// slips are what the grammar lets pass and a person should know.
func slips(form Form, text string) source.Diagnostics {
	if d, ok := form.(*Define); ok {
		return definitionSlips(d)
	}
	c, ds := clauseOf(form), crossingSlips(form)
	if !c.To {
		ds = append(ds, noTo(form, c, text)...)
	}
	if path, ok := c.In.(*ByPath); ok {
		ds = append(ds, pathSlips(path.Path, text)...)
	}
	return ds
}

func place(n Node) source.Span { return source.Span{Start: n.start(), End: n.end()} }

// noTo tells a `to` that was forgotten from one that grew onto the name before
// it. Whether a Deny may be without is for the dialect to say.
func noTo(form Form, c *Clause, text string) source.Diagnostics {
	before := source.Span{Start: c.Do.start(), End: c.Do.start()}
	insert := source.Replace("insert `to`", before, "to ")
	name := text[:c.Who.end()]
	if at, ok := gluedTo(c, text); ok {
		bare := source.Replace(say("write `%s to`", name[at:len(name)-2]), source.Span{Start: len(name) - 2, End: len(name)}, " to")
		d := wrong("glued-to", source.Span{Start: at, End: len(name)}, say("the `to` at the end of `%s` seems to be a word of its own", name[at:]),
			"As it stands the name holds it and no `to` follows. Put a blank before it, or write another `to`.", bare, insert)
		d.Source = syntaxPage
		return source.Diagnostics{*d}
	}
	if _, denies := form.(*Deny); denies {
		return nil
	}
	return source.Diagnostics{{Severity: source.Warning, Code: "missing-to", Span: place(c.Do),
		Summary: "`to` is missing before what is allowed", Detail: "Published statements leave it out now and then, Oracle's pages never do. Write it.",
		Fixes: []source.Fix{insert}, Source: syntaxPage}}
}

// gluedTo is where the last name of a subject begins, if the `to` that is
// missing behind it seems to be its end.
func gluedTo(c *Clause, text string) (int, bool) {
	name := text[:c.Who.end()]
	at := strings.LastIndexAny(name, " \t\n,/") + 1
	return at, !c.To && len(name)-at > 2 && strings.HasSuffix(strings.ToLower(name), "to")
}

// EachType offers to write a statement for each of the resource types behind a
// verb.
func (s *Statement) EachType() []source.Fix {
	c := s.Clause()
	v, ok := c.Do.(*Verb)
	if !ok || len(v.Types) < 2 {
		return nil
	}
	gaps := make([]source.Span, len(v.Types)-1)
	for i := range gaps {
		gaps[i] = source.Span{Start: v.Types[i].end(), End: v.Types[i+1].start()}
	}
	in := v.end() + run(s.Text[v.end():], isSpace)
	fixes := apart(s.Text, v.Types[0].start(), in, gaps)
	for i, f := range fixes {
		fixes[i] = f.Moved(func(at source.Span) source.Span { return at.Shift(s.Span.File, s.Span.Start) })
	}
	return fixes
}

// pathSlips reports OCIDs that lack `id` and paths with an empty element.
func pathSlips(path *Name, text string) source.Diagnostics {
	name, at := string(path.Text), place(path)
	if isOCID(name) {
		d := wrong("missing-id", at, "`id` is missing before the OCID", "Without it OCI looks for a compartment of that name and finds none. Write `id` before it.",
			source.Replace("insert `id`", source.Span{Start: at.Start, End: at.Start}, "id "))
		d.Source = pages[Location]
		return source.Diagnostics{*d}
	}
	elements := strings.Split(name, ":")
	if !slices.Contains(elements, "") {
		return nil
	}
	d := wrong("empty-path-element", at, say("the path `%s` has an empty name in it", name), "Names are joined by single colons: `Prod:Data`.")
	d.Source = pages[Location]
	joined := strings.Join(slices.DeleteFunc(elements, func(e string) bool { return e == "" }), ":")
	if text[at.Start:at.End] == name && joined != "" {
		d.Fixes = []source.Fix{write(at, joined)}
	}
	return source.Diagnostics{*d}
}

// remarks tells once a file that remarks are ours alone.
func remarks(tokens []Token) source.Diagnostics {
	i := slices.IndexFunc(tokens, isComment)
	if i < 0 {
		return nil
	}
	return source.Diagnostics{{Severity: source.Info, Code: "comment", Span: span(tokens[i]), Summary: "Oracle's pages have no comments",
		Detail: "The playground leaves remarks out. Do so too before you paste this into OCI.", Source: syntaxPage}}
}

func isComment(t Token) bool { return t.Kind == Comment }
