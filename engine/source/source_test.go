package source_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"oci-policy-playground/engine/source"
)

func TestUTF16RoundTrip(t *testing.T) {
	f := source.NewFile("a", "a😀é\nb")
	for offset := range f.Text {
		if back := f.Offset(f.UTF16(offset)); back != offset {
			t.Errorf("byte %d is unit %d and comes back as byte %d", offset, f.UTF16(offset), back)
		}
	}
	if got := f.UTF16(len(f.Text)); got != 6 {
		t.Errorf("the text has %d units, want 6", got)
	}
	if got := f.Offset(2); got != 1 {
		t.Errorf("the middle of the pair is byte %d, want its start, 1", got)
	}
}

func TestLongLinesAreConvertedLikeShortOnes(t *testing.T) {
	long := source.NewFile("a", strings.Repeat("é😀x", 500)+"\n"+strings.Repeat("y😀", 300))
	units := 0
	for offset, r := range long.Text {
		if got := long.UTF16(offset); got != units {
			t.Fatalf("byte %d is unit %d, want %d", offset, got, units)
		}
		if back := long.Offset(units); back != offset {
			t.Fatalf("unit %d is byte %d, want %d", units, back, offset)
		}
		units += len(utf16.Encode([]rune{r}))
	}
	if long.UTF16(len(long.Text)) != units || long.Offset(units) != len(long.Text) || long.Offset(units+9) != len(long.Text) {
		t.Errorf("the end is unit %d, want %d", long.UTF16(len(long.Text)), units)
	}
}

func TestPositionCountsCharacters(t *testing.T) {
	f := source.NewFile("a", "x\né😀y")
	if got, want := f.Position(strings.Index(f.Text, "y")), (source.Pos{Line: 2, Column: 3}); got != want {
		t.Errorf("y is at %v, want %v", got, want)
	}
	if got := f.Slice(f.Line(2)); got != "é😀y" {
		t.Errorf("line 2 is %q", got)
	}
}

func TestApplyRefusesOverlap(t *testing.T) {
	f := source.NewFile("a", "one two")
	got, err := source.Apply(f, []source.Edit{{f.Span(4, 7), "2"}, {f.Span(0, 3), "1"}, {source.Span{File: "b", End: 3}, "x"}})
	if got != "1 2" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	got, err = source.Apply(f, []source.Edit{{f.Span(0, 4), "1"}, {f.Span(3, 7), "2"}})
	if got != f.Text || err == nil {
		t.Errorf("overlapping edits gave %q, %v", got, err)
	}
}

func TestRenderPutsCaretsUnderTheWords(t *testing.T) {
	f := source.NewFile("ops.policy", "Allow gröup A to read buckets in tenancy\n")
	d := source.Diagnostic{Severity: source.Error, Code: "no-such-subject", Span: f.Span(6, 12),
		Summary: "`gröup` is not a kind of subject", Detail: "Write `group`.",
		Notes: []source.Note{{Text: "subjects are groups"}},
		Fixes: []source.Fix{source.Replace("write `group`", f.Span(6, 12), "group")}}
	var out strings.Builder
	source.Render(&out, f, d)
	want := "ops.policy:1:7: error: `gröup` is not a kind of subject [no-such-subject]\n" +
		"  | Allow gröup A to read buckets in tenancy\n" +
		"  |       ^^^^^\n" +
		"  Write `group`.\n  note: subjects are groups\n  fix: write `group`\n"
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

func TestSortPutsErrorsFirstInOnePlace(t *testing.T) {
	ds := source.Diagnostics{{Severity: source.Info, Code: "i"}, {Severity: source.Error, Code: "e"}, {Severity: source.Warning, Code: "w", Span: source.Span{Start: 1}}}
	ds.Sort()
	if ds[0].Code != "e" || ds[2].Code != "w" || !ds.HasErrors() {
		t.Errorf("sorted as %v", ds)
	}
}
