package syntax

import (
	"os"
	"strings"
	"testing"
)

// TestTheGrammarInTheDocumentationIsTheOneThatReads holds the block in doc.go
// against the grammar.
func TestTheGrammarInTheDocumentationIsTheOneThatReads(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var documented strings.Builder
	for line := range strings.SplitSeq(string(doc), "\n") {
		if rule, ok := strings.CutPrefix(line, "//\t"); ok {
			documented.WriteString(rule + "\n")
		}
	}
	if got, want := documented.String(), tidied(grammar().String()+leaves()); got != want {
		t.Errorf("doc.go has\n%s\nand the grammar is\n%s", got, want)
	}
}

// tidied is the grammar for people: rules aligned, without the look-aheads that
// only tell a reader where keywords are names, and without doubled brackets.
func tidied(ebnf string) string {
	var out strings.Builder
	for line := range strings.Lines(ebnf) {
		name, rule, _ := strings.Cut(strings.TrimSuffix(strings.TrimSpace(line), " ."), " = ")
		for _, ahead := range []string{"(?!", "(?="} {
			for strings.Contains(rule, ahead) {
				rule = withoutLookahead(rule, strings.Index(rule, ahead))
			}
		}
		rule = strings.NewReplacer(`"`, "'", `(Name ("/" Name)?)`, "Name ('/' Name)?", `('tenancy' Name)`, "'tenancy' Name").Replace(rule)
		out.WriteString(name + strings.Repeat(" ", 13-len(name)) + "= " + plain(rule) + "\n")
	}
	return out.String()
}

func withoutLookahead(rule string, start int) string {
	end := closing(rule, start)
	return rule[:start] + strings.TrimPrefix(rule[end+1:], " ")
}

func closing(rule string, open int) int {
	depth := 0
	for i := open; i < len(rule); i++ {
		switch rule[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(rule) - 1
}

// plain takes off brackets around a whole rule.
func plain(rule string) string {
	for strings.HasPrefix(rule, "(") && closing(rule, 0) == len(rule)-1 {
		rule = rule[1 : len(rule)-1]
	}
	return rule
}

// leaves is the rules of the leaves, as participle writes those of the grammar.
func leaves() string {
	var out strings.Builder
	for _, leaf := range [...]struct {
		name string
		of   kinds
	}{{"Name", names}, {"Term", terms}, {"Var", variables}, {"Text", texts}, {"Glob", globs}, {"Digits", digits}} {
		rule := "\n" + leaf.name + " ="
		for kind, name := range symbols {
			if leaf.of&(1<<kind) != 0 {
				rule += " <" + strings.ToLower(name) + "> |"
			}
		}
		out.WriteString(strings.TrimSuffix(rule, "|") + ".")
	}
	return out.String()
}
