package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tailscale/hujson"

	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/source"
)

// tree is a JSON text with the place of every value. Comments and commas too
// many are tolerated, since people write these texts by hand.
type tree struct {
	file     *source.File
	root     hujson.Value
	problems source.Diagnostics
	// wrong holds the places already complained of.
	wrong map[source.Span]bool
}

// readJSON reads a text and takes out of it what does not have the shape. It
// returns nil for the tree when the text is no JSON at all.
func readJSON(f *source.File, s *shape) (*tree, source.Diagnostics) {
	if d := measure(f); d != nil {
		return nil, source.Diagnostics{*d}
	}
	root, err := hujson.Parse([]byte(f.Text))
	if err != nil {
		return nil, source.Diagnostics{syntaxError(f, err)}
	}
	t := &tree{file: f, root: root, wrong: map[source.Span]bool{}}
	if !root.IsStandard() {
		t.say(source.Info, "lenient-json", f.Span(root.StartOffset, root.StartOffset+1), "this JSON has comments or commas too many",
			"They are tolerated here. Other programs that read JSON will refuse them.")
	}
	t.fit("the whole", &t.root, s)
	return t, t.problems
}

// standard is what is left of the text, as any JSON decoder reads it.
func (t *tree) standard() []byte {
	plain := t.root.Clone()
	plain.Standardize()
	return plain.Pack()
}

// place is the span of the value a JSON pointer leads to, or of the nearest
// value around it.
func (t *tree) place(pointer string) source.Span {
	for pointer != "" {
		if v := t.root.Find(pointer); v != nil {
			return t.span(v)
		}
		pointer = pointer[:max(0, strings.LastIndexByte(pointer, '/'))]
	}
	return t.span(&t.root)
}

func (t *tree) span(v *hujson.Value) source.Span { return t.file.Span(v.StartOffset, v.EndOffset) }

func (t *tree) say(severity source.Severity, code string, at source.Span, summary, detail string, fixes ...source.Fix) {
	t.wrong[at] = true
	t.problems = append(t.problems, source.Diagnostic{Severity: severity, Code: code, Span: at, Summary: summary, Detail: detail, Fixes: fixes})
}

// fit makes a value null that is not of the shape, so that what stands beside it
// still counts, and keeps its place in a list.
func (t *tree) fit(label string, v *hujson.Value, s *shape) {
	if kind := v.Value.Kind(); kind != 'n' && !s.takes(kind) {
		t.say(source.Error, "wrong-type", t.span(v), fmt.Sprintf("%s is %s, not %s", label, kinds[kind], s.called),
			"It is left out. "+s.advice)
		v.Value = hujson.Literal("null")
		return
	}
	switch value := v.Value.(type) {
	case *hujson.Object:
		t.members(value, s)
	case *hujson.Array:
		t.entries(label, value, s)
	}
}

func (t *tree) members(o *hujson.Object, s *shape) {
	seen := map[string]bool{}
	o.Members = slices.DeleteFunc(o.Members, func(m hujson.ObjectMember) bool {
		name := m.Name.Value.(hujson.Literal).String()
		known := s.each != nil || s.keys[name] != nil
		if !known {
			t.unknownKey(name, &m.Name, s)
		} else if seen[name] {
			t.say(source.Warning, "key-twice", t.span(&m.Name), fmt.Sprintf("`%s` is given twice", show(name)), "Only the first counts. Take one of them out.")
		}
		drop := !known || seen[name]
		seen[name] = true
		return drop
	})
	for i := range o.Members {
		name := o.Members[i].Name.Value.(hujson.Literal).String()
		t.fit("`"+show(name)+"`", &o.Members[i].Value, s.of(name))
	}
}

func (t *tree) entries(label string, a *hujson.Array, s *shape) {
	if len(a.Elements) > MaxListEntries {
		t.say(source.Error, "too-many", t.span(&a.Elements[MaxListEntries]), fmt.Sprintf("%s has more than %d entries", label, MaxListEntries),
			"The rest is left out. Take out what the question does not need.")
		a.Elements = a.Elements[:MaxListEntries]
	}
	for i := range a.Elements {
		t.fit("an entry of "+label, &a.Elements[i], s.each)
	}
}

func (t *tree) unknownKey(name string, at *hujson.Value, s *shape) {
	detail := "It is ignored. The keys here are " + strings.Join(s.names(), ", ") + "."
	var fixes []source.Fix
	if near, ok := suggest.Closest(name, slices.Values(s.names())); ok {
		detail = fmt.Sprintf("It is ignored. Did you mean `%s`?", near)
		fixes = append(fixes, source.Replace(fmt.Sprintf("write `%s`", near), t.span(at), string(hujson.String(near))))
	}
	t.say(s.strange, "unknown-key", t.span(at), fmt.Sprintf("`%s` is no key here", show(name)), detail, fixes...)
}

// syntaxError tells where a text stops being JSON. The parser gives its place
// in the words of its message alone.
func syntaxError(f *source.File, err error) source.Diagnostic {
	line, column, words := 1, 1, err.Error()
	if place, rest, ok := strings.Cut(words, ": line "); ok && place == "hujson" {
		if n, _ := fmt.Sscanf(rest, "%d, column %d:", &line, &column); n == 2 {
			_, words, _ = strings.Cut(rest, ": ")
		}
	}
	at := min(f.Line(line).Start+column-1, len(f.Text))
	return source.Diagnostic{Severity: source.Error, Code: "json-syntax", Span: f.Span(at, min(at+1, len(f.Text))),
		Summary: "this is not JSON", Detail: strings.ToUpper(words[:1]) + words[1:] + ". Nothing of it is used until that is mended."}
}
