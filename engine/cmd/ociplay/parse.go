package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// parseJSON is what parse --json prints.
type parseJSON struct {
	Statements  []statementJSON  `json:"statements"`
	Diagnostics []diagnosticJSON `json:"diagnostics"`
}

type statementJSON struct {
	Kind  string `json:"kind"` // Allow, Deny, Endorse, Admit, Define or Bad; or Rule
	OK    bool   `json:"ok"`
	Start int    `json:"start"` // bytes
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// parsing is how parse was called.
type parsing struct {
	asJSON, rule, bound bool
	dialect             policy.Dialect
	rest                []string
}

func parsingOf(args []string) (p parsing, err error) {
	for len(args) > 0 {
		switch arg := args[0]; {
		case arg == "--json":
			p.asJSON = true
		case arg == "--rule":
			p.rule = true
		case arg == "--dialect" && len(args) > 1:
			p.dialect, p.bound = policy.ParseDialect(args[1])
			if !p.bound {
				return p, fmt.Errorf("there is no dialect %q: it is guide or oracle", args[1])
			}
			args = args[1:]
		case len(arg) > 1 && arg[0] == '-':
			return p, fmt.Errorf("parse does not know %s", arg)
		default:
			p.rest = append(p.rest, arg)
		}
		args = args[1:]
	}
	return p, nil
}

func parse(sh shell, args []string) error {
	p, err := parsingOf(args)
	if err != nil {
		return err
	}
	name, text, err := input(sh, p.rest)
	if err != nil {
		return err
	}
	f := source.NewFile(name, text)
	read, problems := p.read(f)
	problems.Sort()
	if p.asJSON {
		err = json.NewEncoder(sh.out).Encode(parseJSON{read, diagnosticsJSON(f, problems)})
	} else {
		printParsed(sh, f, read, problems)
	}
	if err == nil && problems.HasErrors() {
		return errFailed
	}
	return err
}

// read is what stands in the text and what there is to say about it; by a
// dialect also what that and the catalog say, without a tenancy.
func (p parsing) read(f *source.File) ([]statementJSON, source.Diagnostics) {
	if p.rule {
		return ruleJSON(f)
	}
	doc, problems := syntax.Parse(f)
	if p.bound {
		problems = append(problems, policy.BindWords(doc, catalog.Default(), p.dialect)...)
	}
	read := []statementJSON{}
	for _, s := range doc.Statements {
		_, bad := s.Form.(*syntax.Bad)
		read = append(read, statementJSON{s.Kind(), !bad, s.Span.Start, s.Span.End, s.Text})
	}
	return read, problems
}

// ruleJSON reads a matching rule.
func ruleJSON(f *source.File) ([]statementJSON, source.Diagnostics) {
	rule, problems := syntax.ParseRule(f)
	problems = append(problems, policy.BindRuleWords(f, rule)...)
	return []statementJSON{{"Rule", rule != nil, 0, len(f.Text), f.Text}}, problems
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

func printParsed(sh shell, f *source.File, read []statementJSON, problems source.Diagnostics) {
	for _, s := range read {
		fmt.Fprintf(sh.out, "%s:%d: %s\n", f.Name, f.LineOf(s.Start), s.Kind)
	}
	for _, d := range problems {
		source.Render(sh.out, f, d)
	}
}

func diagnosticsJSON(f *source.File, problems source.Diagnostics) []diagnosticJSON {
	out := []diagnosticJSON{}
	for _, d := range problems {
		at := f.Position(d.Span.Start)
		out = append(out, diagnosticJSON{d.Severity.String(), d.Code, d.Summary, d.Detail, f.Name, at.Line, at.Column})
	}
	return out
}
