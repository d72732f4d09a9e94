package assist_test

import (
	"fmt"
	"strings"
	"testing"

	"oci-policy-playground/engine/assist"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/internal/growth"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

func FuzzHelpFitsTheText(f *testing.F) {
	for _, seed := range []string{
		"Allow group 'Dev Team', Ops to read buckets in compartment Prod:Data where all {target.bucket.name = 'logs', request.region in ('FRA')}",
		"alice may PutObject in Prod with absent target.object.name, buckets in Prod:Data, object-exists",
		"any {tag.Ops.Env.value, instance.id != 'x'}", "Allow group Partners/Auditors to {BUCKET_READ} buckets in tenancy\nDef", "'\\", "\xff‸", "# x",
		"Admit group id ocid1.group.oc1..Ops of tenancy T to read all-resources in tenancy where request.utc-timestamp.time-of-day between '1' and",
	} {
		f.Add(seed, len(seed)/2)
		f.Add(seed, len(seed))
	}
	w := world(f)
	f.Fuzz(func(t *testing.T, text string, at int) {
		file := source.NewFile("a", text)
		for kind := assist.Policy; kind <= assist.Check; kind++ {
			c := assist.Context{File: file, World: w, Catalog: catalog.Default(), AttachedTo: w.Root.Children[0], Kind: kind}
			hold(t, c, at)
		}
	})
}

func hold(t *testing.T, c assist.Context, at int) {
	inside := min(max(at, 0), len(c.File.Text))
	for _, it := range assist.Complete(c, at) {
		span := it.Edit.Span
		if span.Start < 0 || span.End > len(c.File.Text) || !span.Contains(inside) || it.Label == "" {
			t.Fatalf("%q at %d: item %q replaces %v", c.File.Text, at, it.Label, span)
		}
	}
	if card, ok := assist.Hover(c, at); ok && (card.Span.Start < 0 || card.Span.End > len(c.File.Text) || !card.Span.Contains(inside)) {
		t.Fatalf("%q at %d: card of %v", c.File.Text, at, card.Span)
	}
	if _, ok := assist.Definition(c, at); !ok {
		return
	}
	edits, err := assist.Rename(c, at, "New Name", []assist.Context{c})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := source.Apply(c.File, edits); err != nil {
		t.Fatalf("%q at %d: %v", c.File.Text, at, err)
	}
}

func TestEveryPlaceOfEveryExampleGetsHelp(t *testing.T) {
	w := world(t)
	text := "Allow group 'Dev Team', Partners/Auditors to {BUCKET_READ, OBJECT_READ} buckets in compartment 'Prod:My Apps'\n" +
		"  where any {request.permission = 'OBJECT_READ', !target.bucket.name, request.region not in ('FRA', 'IAD')} # why\n" +
		"Define tenancy Partner as ocid1.tenancy.oc1..x\n"
	for kind := assist.Policy; kind <= assist.Check; kind++ {
		for at := range len(text) + 1 {
			hold(t, assist.Context{File: source.NewFile("a", text), World: w, Catalog: catalog.Default(), Kind: kind}, at)
		}
	}
}

func TestNamesAreOfferedInTheQuotesTheyNeed(t *testing.T) {
	for _, name := range []string{"Ops", "Dev Team", "to", "O'Brien", "1st", "a.b-c_d", "Größe", "-x", "id", "where"} {
		w := world(t)
		w.Groups[0].Name = name
		c := assist.Context{File: source.NewFile("a", "Allow group "), World: w, Catalog: catalog.Default()}
		if got := assist.Complete(c, 12)[0].Edit.New; got != syntax.Quoted(name) {
			t.Errorf("group %s is offered as %s, a statement writes %s", name, got, syntax.Quoted(name))
		}
		prod := w.Root.Children[0]
		prod.Name = name
		c.File = source.NewFile("a", "Allow group Ops to read buckets in compartment ")
		if got := "compartment " + assist.Complete(c, len(c.File.Text))[0].Edit.New; got != policy.LocationOf(prod, w.Root) {
			t.Errorf("compartment %s is offered as %s, policies write %s", name, got, policy.LocationOf(prod, w.Root))
		}
	}
}

// long is a policy of n statements, and the place of what is half written in its middle.
func long(t testing.TB, n int, half string) (assist.Context, int) {
	var text strings.Builder
	at := 0
	for i := range n {
		if i == n/2 {
			text.WriteString(half)
			at = text.Len()
			text.WriteString("\n")
		}
		fmt.Fprintf(&text, "Allow group Ops to manage instance-family in compartment Prod:Data where all {target.resource.tag.Ops.Env = 'prod', request.region = 'FRA'}\n")
	}
	return assist.Context{File: source.NewFile("a", text.String()), World: world(t), Catalog: catalog.Default()}, at
}

var halves = []string{"", "Allow group ", "Allow group Ops to read ", "Allow group Ops to {", "Allow group Ops to read buckets in compartment ",
	"Allow group Ops to manage buckets in tenancy where ", "Allow group Ops to manage instance-family in tenancy where ",
	"Allow group Ops to manage all-resources in tenancy where ", "Allow group Ops to manage all-resources in tenancy where request.operation = "}

func TestHelpTakesNoLongerInALongPolicy(t *testing.T) {
	const most = 4 // of a policy 16 times as long
	help := func(n int, half string) func() {
		c, at := long(t, n, half)
		return func() { assist.Complete(c, at) }
	}
	for _, half := range halves {
		if times := growth.Times(most, 1, help(1_000, half), help(16_000, half)); times > most {
			t.Errorf("%q: in a policy 16 times as long it takes %.1f times as long", half, times)
		}
	}
}

func BenchmarkComplete(b *testing.B) {
	for _, half := range halves {
		b.Run(half, func(b *testing.B) {
			c, at := long(b, 1_000, half)
			for b.Loop() {
				assist.Complete(c, at)
			}
		})
	}
}
