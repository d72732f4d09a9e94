package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// speaking are the packages whose words are kept here, and what a sentence looks like in each. In components nearly every
// text of several words is a list of classes, so there it is one with a capital or with a small word of English in it.
var speaking = map[string]*regexp.Regexp{
	"store":   regexp.MustCompile(`[A-Za-z]{2,}[,.:;]? [A-Za-z]{2,}`),
	"ui":      regexp.MustCompile(`\b[A-Z][a-z]+ [a-z]{2,}|\b(a|the|of|in|is|to) [a-z]`),
	"../wasm": regexp.MustCompile(`[A-Za-z]{2,}[,.:;]? [A-Za-z]{2,}`),
}

// unspoken are names that are written in two words, and what is no language at all.
var unspoken = []string{"dynamic group", "network source", "may not", "not given", "group Developers", "strong code",
	"apigateway bucket cluster computecontainerinstance dataflowrun disworkspace fnfunc instance serviceconnector workload"}

// isUnspoken tells texts that nobody reads as prose: names, sentences of a check, pieces of HTML.
func isUnspoken(text string) bool {
	return slices.Contains(unspoken, text) || strings.Contains(text, " may ") || strings.Contains(text, `="`)
}

func TestNoSentenceIsWrittenElsewhere(t *testing.T) {
	read := 0
	for dir, sentence := range speaking {
		files, _ := filepath.Glob(filepath.Join("..", dir, "*.go"))
		for _, f := range files {
			if !strings.HasSuffix(f, "_test.go") {
				read++
				for _, text := range texts(t, f) {
					if sentence.MatchString(text) && !isUnspoken(text) {
						t.Errorf("%s says %q: keep it in web/words", f, text)
					}
				}
			}
		}
	}
	if read < 60 {
		t.Errorf("only %d files were read", read)
	}
}

// texts are the literals of a file, without imports, tags and what only a fault says.
func texts(t *testing.T, name string) (all []string) {
	t.Helper()
	source, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, source, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if called, ok := n.Fun.(*ast.Ident); ok && called.Name == "panic" {
				return false
			}
		case *ast.Field:
			return n.Tag == nil
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				text, _ := strconv.Unquote(n.Value)
				all = append(all, text)
			}
		}
		return true
	})
	return all
}
