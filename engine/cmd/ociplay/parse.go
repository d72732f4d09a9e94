package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// parseJSON is what parse --json prints.
type parseJSON struct {
	Statements  []statementJSON  `json:"statements"`
	Diagnostics []diagnosticJSON `json:"diagnostics"`
}

type statementJSON struct {
	Kind  string `json:"kind"` // Allow, Deny, Endorse, Admit, Define or Bad
	OK    bool   `json:"ok"`
	Start int    `json:"start"` // bytes
	End   int    `json:"end"`
	Text  string `json:"text"`
}

func parse(sh shell, args []string) error {
	args, asJSON := flagged(args, "--json")
	name, text, err := input(sh, args)
	if err != nil {
		return err
	}
	f := source.NewFile(name, text)
	doc, problems := syntax.Parse(f)
	problems.Sort()
	if asJSON {
		err = json.NewEncoder(sh.out).Encode(jsonOf(f, doc, problems))
	} else {
		printParsed(sh, f, doc, problems)
	}
	if err == nil && problems.HasErrors() {
		return errFailed
	}
	return err
}

// input is the text of the file named, or of standard input.
func input(sh shell, args []string) (name, text string, err error) {
	if len(args) == 0 || args[0] == "-" {
		data, err := io.ReadAll(sh.in)
		return "stdin", string(data), err
	}
	data, err := os.ReadFile(args[0])
	return args[0], string(data), err
}

func printParsed(sh shell, f *source.File, doc *syntax.Document, problems source.Diagnostics) {
	for _, s := range doc.Statements {
		fmt.Fprintf(sh.out, "%s:%d: %s\n", f.Name, f.Position(s.Span.Start).Line, s.Kind())
	}
	for _, d := range problems {
		source.Render(sh.out, f, d)
	}
}

func jsonOf(f *source.File, doc *syntax.Document, problems source.Diagnostics) parseJSON {
	out := parseJSON{Statements: []statementJSON{}, Diagnostics: []diagnosticJSON{}}
	for _, s := range doc.Statements {
		_, bad := s.Form.(*syntax.Bad)
		out.Statements = append(out.Statements, statementJSON{s.Kind(), !bad, s.Span.Start, s.Span.End, s.Text})
	}
	for _, d := range problems {
		at := f.Position(d.Span.Start)
		out.Diagnostics = append(out.Diagnostics, diagnosticJSON{d.Severity.String(), d.Code, d.Summary, d.Detail, f.Name, at.Line, at.Column})
	}
	return out
}
