package scenario

import (
	"strings"

	"oci-policy-playground/engine/source"
)

// The edits of a tenancy.json. Each takes the text and gives it with one thing
// changed; how the rest is laid out, and what its comments say, stays as it was.
// Values are given as JSON. An edit that does not fit the text is refused, and so
// is every edit of a text that is no JSON.

// Put sets the value a JSON pointer leads to. A key that is not there yet is
// added to its object.
func Put(f *source.File, pointer, value string) (string, bool) {
	root := rootOf(f)
	if v := root.find(pointer); v != nil {
		return f.Text[:v.start] + value + f.Text[v.end:], true
	}
	above, key := lastStep(pointer)
	if object := root.find(above); object != nil && object.kind == '{' {
		return made(f.Text, layout{f.Text, object}.add(Quoted(key)+colon(f.Text, object)+value)), true
	}
	return f.Text, false
}

// Append puts a value at the end of a list, which is made where it is not there.
func Append(f *source.File, pointer, value string) (string, bool) {
	switch list := rootOf(f).find(pointer); {
	case list == nil || list.kind == 'n':
		return Put(f, pointer, "["+value+"]")
	case list.kind == '[':
		return made(f.Text, layout{f.Text, list}.add(value)), true
	}
	return f.Text, false
}

func made(text string, e source.Edit) string { return text[:e.Span.Start] + e.New + text[e.Span.End:] }

// Remove takes out what a JSON pointer leads to, and the comment beside it on
// its line.
func Remove(f *source.File, pointer string) (string, bool) {
	root := rootOf(f)
	above, _ := lastStep(pointer)
	if around, v := root.find(above), root.find(pointer); v != nil && v != root {
		for i, it := range around.parts() {
			if it.end == v.end {
				return layout{f.Text, around}.without(i), true
			}
		}
	}
	return f.Text, false
}

// Move puts an entry at the end of another list, indented as that list is. Into
// itself it does not go.
func Move(f *source.File, from, list string) (string, bool) {
	v := rootOf(f).find(from)
	if v == nil || list == from || strings.HasPrefix(list, from+"/") {
		return f.Text, false
	}
	old, entry := indent(f.Text, v.start), f.Text[v.start:v.end]
	flat := strings.ReplaceAll(entry, "\n"+old, "\n")
	text, ok := Append(f, list, flat)
	if !ok {
		return f.Text, false
	}
	moved := source.NewFile(f.Name, text)
	entries := rootOf(moved).find(list).entries
	at := entries[len(entries)-1]
	text = text[:at.start] + strings.ReplaceAll(flat, "\n", "\n"+indent(text, at.start)) + text[at.end:]
	return Remove(source.NewFile(f.Name, text), from)
}

// Values are the values of a tenancy.json, read once and found by JSON pointers.
type Values struct {
	file *source.File
	root *value
}

// Read reads a tenancy.json; of a text that is no JSON there are no values.
func Read(f *source.File) Values { return Values{f, rootOf(f)} }

// Text is the text a pointer leads to, without its quotes and escapes, and where
// it stands with them.
func (v Values) Text(pointer string) (string, source.Span, bool) {
	if at := v.root.find(pointer); at != nil && at.kind == '"' {
		return at.text, v.file.Span(at.start, at.end), true
	}
	return "", source.Span{}, false
}

// Length is how many entries or members the list or object has.
func (v Values) Length(pointer string) int {
	if at := v.root.find(pointer); at != nil {
		return len(at.parts())
	}
	return 0
}

// Has tells whether there is such a value.
func (v Values) Has(pointer string) bool { return v.root.find(pointer) != nil }

func rootOf(f *source.File) *value {
	if measure(f, MaxValues) != nil {
		return nil
	}
	root, _ := parseJSON(f.Text)
	return root
}

// lastStep divides a pointer before its last step.
func lastStep(pointer string) (above, step string) {
	cut := max(0, strings.LastIndexByte(pointer, '/'))
	step = strings.TrimPrefix(pointer[cut:], "/")
	return pointer[:cut], strings.ReplaceAll(strings.ReplaceAll(step, "~1", "/"), "~0", "~")
}

// indent is the blanks at the start of the line of an offset.
func indent(text string, at int) string {
	line := text[strings.LastIndexByte(text[:at], '\n')+1 : at]
	return line[:len(line)-len(strings.TrimLeft(line, " \t"))]
}

// colon is what stands between a key and its value in an object.
func colon(text string, object *value) string {
	if n := len(object.members); n > 0 {
		m := object.members[n-1]
		if between := text[m.name.end:m.value.start]; strings.Trim(between, ": ") == "" {
			return between
		}
	}
	return ": "
}
