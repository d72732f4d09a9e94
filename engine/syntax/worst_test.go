//go:build unix

package syntax

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"oci-policy-playground/engine/internal/growth"
	"oci-policy-playground/engine/source"
)

// worst is what people and machines could paste that is costly to read.
var worst = map[string]func(n int) string{
	"groups":              filled("all {"),
	"statements in where": filled("Allow group A to read buckets in tenancy where all {"),
	"quotes":              filled("'"),
	"double quotes":       filled(`"`),
	"open quotes":         filled("“"),
	"slashes":             filled("/"),
	"patterns":            filled("/ "),
	"parentheses":         filled("("),
	"closing braces":      filled("}"),
	"commas":              filled(","),
	"one word":            filled("a"),
	"blanks":              filled(" "),
	"empty lines":         filled("\n"),
	"starts":              filled("Allow\n"),
	"bangs":               filled("!"),
	"conditions":          filled("x.y = 'z',"),
	"names":               filled("Allow group A, "),
	"words":               filled("a "),
	"paragraphs":          filled("a\n\n"),
	"remarks":             filled("# a\n"),
	"dashes":              filled("--"),
	"placeholders":        filled("a<b"),
	"less":                filled("<"),
	"dollars":             filled("${"),
	"crossings":           filled("Deny endorse group A of "),
	"with":                filled("Admit any-user to associate a in tenancy with "),
	"definitions":         filled("Define tenancy T as ocid1.tenancy.oc1..t\n"),
	"quoted lists":        filled(`"Allow a in b", `),
	"quoted lines":        filled("\"Allow a in b\",\n"),
	"half quoted":         filled(`"Allow a `),
	"bullets":             filled("- Allow a in b\n"),
	"fences":              filled("```\n"),
	"semicolons":          filled("Allow;\n"),
	"brackets":            filled("[\"Allow a in b\"\n]\n"),
	"starts of remarks":   filled("Allow\n#\n"),
	"blocks":              filled("/**/"),
	"half blocks":         filled("/*\n"),
	"lone semicolons":     filled(";"),
	"joined starts":       filled("Allow;"),
	"escapes":             filled(`\"`),
	"escaped breaks":      filled(`"Allow a in b\n\n\n\n",` + "\n"),
	"heredocs":            filled("<<A\nA\n"),
	"open heredocs":       filled("[<<A\n<<B\n"),
	"one statement": func(n int) string {
		return "Allow group A to read buckets in tenancy where any {" + filled("x.y = 'z', ")(n) + "x.y = 'z'}"
	},
	"one remarked": func(n int) string {
		return "Allow group A to read buckets in tenancy where any {" + filled("x.y = 'z', # a\n")(n) + "\nx.y = 'z'}"
	},
	"one list": func(n int) string {
		return "Allow group A to read buckets in tenancy where x in (" + filled("'a', ")(n) + "'b')"
	},
	"one chain": func(n int) string {
		return "Allow group A to read buckets in tenancy where " + filled("x = 'a' and ")(n) + "x = 'b'"
	},
	"one subject":  func(n int) string { return "Allow group " + filled("A B ")(n) + "to read buckets in tenancy" },
	"junk lines":   filled("Allow group A to read buckets in tenancy\nfoo 'bar\n"),
	"numbered":     numbered,
	"random bytes": random,
}

func filled(piece string) func(int) string {
	return func(n int) string { return strings.Repeat(piece, n/len(piece)+1)[:n] }
}

// numbered is statements that are all different, so that none is remembered.
func numbered(n int) string {
	var out strings.Builder
	for i := 0; out.Len() < n; i++ {
		fmt.Fprintf(&out, "Allow group G%d to read buckets in tenancy\n", i)
	}
	return out.String()
}

func random(n int) string {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(r.UintN(256))
	}
	return string(out)
}

// readAll does everything that is done with a text.
func readAll(text string) {
	f := source.NewFile("f", text)
	doc, _ := Parse(f)
	ParseRule(f)
	Tokens(f)
	Format(doc)
}

func TestTimeGrowsWithTheTextAndNotFaster(t *testing.T) {
	const n, pieces, most = 8 << 10, 16, 4
	for name, text := range worst {
		piece, whole := text(n), text(pieces*n)
		if times := growth.Times(most, pieces, func() { readAll(piece) }, func() { readAll(whole) }); times > most {
			t.Errorf("%s: a text takes %.1f times as long as its pieces", name, times)
		}
	}
}

func TestNestingDoesNotExhaustTheStack(t *testing.T) {
	const n = 256 << 10
	for _, head := range []string{"Allow group A to read buckets in tenancy where ", "Allow group A to ", ""} {
		for _, piece := range []string{"any {", "(", "!", "x in (", "sets-equal(", "[", "not ", "{", "x = "} {
			readAll(head + filled(piece)(n))
		}
	}
}

func BenchmarkWorst(b *testing.B) {
	for name, text := range worst {
		whole := text(1 << 20)
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				Parse(source.NewFile("f", whole))
			}
		})
	}
}
