package scenario

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/source"
)

// tree is a JSON text with the place of every value. Comments and commas too
// many are tolerated, since people write these texts by hand.
type tree struct {
	file     *source.File
	root     *value
	problems source.Diagnostics
	// wrong holds the places already complained of.
	wrong map[source.Span]bool
}

// readJSON reads a text to where its shape says, but for what does not have the
// shape. It returns nil for the tree when the text is no JSON at all.
func readJSON(f *source.File, s *shape) (*tree, source.Diagnostics) {
	if d := measure(f, MaxValues); d != nil {
		return nil, source.Diagnostics{*d}
	}
	root, p := parseJSON(f.Text)
	if root == nil {
		return nil, source.Diagnostics{syntaxError(f, p)}
	}
	t := &tree{file: f, root: root, wrong: map[source.Span]bool{}}
	if p.lenient {
		t.say(source.Info, "lenient-json", f.Span(root.start, root.start+1), "this JSON has comments or commas too many",
			"They are tolerated here. Other programs that read JSON will refuse them.")
	}
	t.fit("the whole", root, s)
	return t, t.problems
}

// find is the value a JSON pointer leads to, or nil.
func (v *value) find(pointer string) *value {
	if pointer == "" || v == nil {
		return v
	}
	if pointer[0] != '/' {
		return nil
	}
	step, rest := pointer[1:], ""
	if cut := strings.IndexByte(step, '/'); cut >= 0 {
		step, rest = step[:cut], step[cut:]
	}
	step = strings.ReplaceAll(strings.ReplaceAll(step, "~1", "/"), "~0", "~")
	return v.under(step).find(rest)
}

// under is the member or entry that a step of a JSON pointer names, or nil.
func (v *value) under(step string) *value {
	for _, m := range v.members {
		if m.name.text == step {
			return m.value
		}
	}
	if i, err := strconv.Atoi(step); err == nil && 0 <= i && i < len(v.entries) && strconv.Itoa(i) == step {
		return v.entries[i]
	}
	return nil
}

// place is the span of the value a JSON pointer leads to, or of the nearest
// value around it.
func (t *tree) place(pointer string) source.Span {
	for pointer != "" {
		if v := t.root.find(pointer); v != nil {
			return t.span(v)
		}
		pointer = pointer[:max(0, strings.LastIndexByte(pointer, '/'))]
	}
	return t.span(t.root)
}

func (t *tree) span(v *value) source.Span { return t.file.Span(v.start, v.end) }

func (t *tree) say(severity source.Severity, code string, at source.Span, summary, detail string, fixes ...source.Fix) {
	t.wrong[at] = true
	t.problems = append(t.problems, source.Diagnostic{Severity: severity, Code: code, Span: at, Summary: summary, Detail: detail, Fixes: fixes})
}

// fit makes a value null that is not of the shape, so that what stands beside it
// still counts, and keeps its place in a list.
func (t *tree) fit(label string, v *value, s *shape) {
	switch {
	case v.kind == 'n':
	case strings.IndexByte(s.kinds, v.kind) >= 0:
		s.fill(t, label, v)
	default:
		t.say(source.Error, "wrong-type", t.span(v), fmt.Sprintf("%s is %s, not %s", label, kinds[v.kind], s.called),
			"It is left out. "+s.advice)
		*v = value{kind: 'n', start: v.start, end: v.end}
	}
}

func (t *tree) member(m member, s *shape) { t.fit("`"+show(m.name.text)+"`", m.value, s) }

// prune takes out of an object the members that do not count.
func (t *tree) prune(v *value, known func(name *value) bool) {
	seen := map[string]bool{}
	v.members = slices.DeleteFunc(v.members, func(m member) bool {
		name := m.name.text
		if !known(m.name) {
			return true
		}
		if seen[name] {
			t.say(source.Warning, "key-twice", t.span(m.name), fmt.Sprintf("`%s` is given twice", show(name)), "Only the first counts. Take one of them out.")
			return true
		}
		seen[name] = true
		return false
	})
}

// crop takes out of a list what is beyond its cap.
func (t *tree) crop(label string, v *value) {
	if len(v.entries) > MaxListEntries {
		t.say(source.Error, "too-many", t.span(v.entries[MaxListEntries]), fmt.Sprintf("%s has more than %d entries", label, MaxListEntries),
			"The rest is left out. Take out what the question does not need.")
		v.entries = v.entries[:MaxListEntries]
	}
}

func (t *tree) unknownKey(at *value, fields []field, strange source.Severity) {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.key
	}
	slices.Sort(names)
	detail := "It is ignored. The keys here are " + strings.Join(names, ", ") + "."
	var fixes []source.Fix
	if near, ok := suggest.Closest(at.text, slices.Values(names)); ok {
		detail = fmt.Sprintf("It is ignored. Did you mean `%s`?", near)
		fixes = append(fixes, source.Replace(fmt.Sprintf("write `%s`", near), t.span(at), Quoted(near)))
	}
	t.say(strange, "unknown-key", t.span(at), fmt.Sprintf("`%s` is no key here", show(at.text)), detail, fixes...)
}

// syntaxError tells where a text stops being JSON.
func syntaxError(f *source.File, p *parser) source.Diagnostic {
	return source.Diagnostic{Severity: source.Error, Code: "json-syntax", Span: f.Span(p.at, min(p.at+1, len(f.Text))),
		Summary: "this is not JSON", Detail: strings.ToUpper(p.wrong[:1]) + p.wrong[1:] + ". Nothing of it is used until that is mended."}
}
