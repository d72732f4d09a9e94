package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// checkJSON is what check --json prints for each check, one object a line.
type checkJSON struct {
	File        string           `json:"file"`
	Line        int              `json:"line"`
	Sentence    string           `json:"sentence"`
	Expected    string           `json:"expected"`
	Verdict     string           `json:"verdict"`
	Holds       bool             `json:"holds"`
	Differs     *differsJSON     `json:"differs,omitempty"` // by the other dialect
	Needs       []needJSON       `json:"needs"`
	Diagnostics []diagnosticJSON `json:"diagnostics"`
}

type differsJSON struct {
	Dialect string `json:"dialect"`
	Verdict string `json:"verdict"`
}

type needJSON struct {
	Permission  string   `json:"permission"`
	Compartment string   `json:"compartment"` // path from the root, "" for the root
	Granted     bool     `json:"granted"`
	By          []byJSON `json:"by"`                 // both halves over two tenancies
	DeniedBy    []byJSON `json:"deniedBy,omitempty"` // beats what grants
}

type byJSON struct {
	Policy string `json:"policy"`
	Line   int    `json:"line"`
}

type diagnosticJSON struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Summary  string `json:"summary"`
	Detail   string `json:"detail"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"` // in characters
}

func check(sh shell, args []string) error {
	args, asJSON := flagged(args, "--json")
	args, coverage := flagged(args, "--coverage")
	if len(args) == 0 {
		return errors.New("check needs a scenario")
	}
	failed := false
	for _, path := range args {
		f, err := load(path)
		if err != nil {
			return err
		}
		print := f.printText
		if asJSON {
			print = f.printJSON
		}
		failed = !print(sh) || failed
		if coverage {
			f.printCoverage(sh)
		}
	}
	if failed {
		return errFailed
	}
	return nil
}

// loaded is a scenario of the disk, analysed.
type loaded struct {
	path       string
	archive    *source.File
	checksFrom int // the line of the archive on which the checks' head stands
	analysis   *engine.Analysis
	problems   source.Diagnostics // of the archive and of everything in it
}

func load(path string) (*loaded, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	s, problems := scenario.Parse(path, data)
	a := engine.Analyze(s)
	return &loaded{path, source.NewFile(path, string(data)), sectionLine(data, "checks"), a, append(append(problems, engine.Offering(a.Offers(), a.Diagnostics)...), a.Advice()...)}, nil
}

// printText prints a line a check and, for one that does not hold, its story.
func (f *loaded) printText(sh shell) bool {
	good := 0
	for _, a := range f.analysis.Answers {
		if a.Holds {
			good++
			continue
		}
		fmt.Fprintf(sh.out, "%s: %s\n%s\n", f.path, f.sentence(a), told(a))
	}
	errors := f.renderErrors(sh)
	fmt.Fprintf(sh.out, "%s: %d of %d checks hold\n", f.path, good, len(f.analysis.Answers))
	return good == len(f.analysis.Answers) && !errors
}

// printCoverage prints for each statement what it does over the checks.
func (f *loaded) printCoverage(sh shell) {
	for _, c := range f.analysis.Coverage() {
		s := c.Statement
		fmt.Fprintf(sh.out, "%-22s %s:%d  %s\n", c.Word(), s.Policy, s.Line(), strings.Join(strings.Fields(s.Syntax.Text), " "))
	}
}

// renderErrors prints what is wrong with the scenario itself. A policy with a
// mistake in it is part of many a scenario and no failure; an archive, tenancy
// or check that cannot be read is one.
func (f *loaded) renderErrors(sh shell) bool {
	failed := false
	for _, d := range f.problems {
		if d.Severity != source.Error || f.isPolicy(d.Span.File) {
			continue
		}
		failed = true
		source.Render(sh.out, f.file(d.Span.File), d)
	}
	return failed
}

func (f *loaded) isPolicy(name string) bool {
	s := f.analysis.Scenario
	policies := slices.Clone(s.Policies)
	for _, o := range s.Others {
		policies = append(policies, o.Policies...)
	}
	if slices.ContainsFunc(policies, func(p scenario.Policy) bool { return p.File.Name == name }) {
		return true
	}
	for _, rule := range f.analysis.Rules {
		if rule.Name == name {
			return true
		}
	}
	return false
}

func (f *loaded) printJSON(sh shell) bool {
	good := true
	enc := json.NewEncoder(sh.out)
	enc.SetEscapeHTML(false)
	for _, a := range f.analysis.Answers {
		good = good && a.Holds
		if err := enc.Encode(f.checkJSON(a)); err != nil {
			panic(err)
		}
	}
	return good
}

func (f *loaded) checkJSON(a engine.Answer) checkJSON {
	out := checkJSON{File: f.path, Line: f.line(a), Sentence: f.sentence(a), Verdict: a.Decision.Verdict.String(), Holds: a.Holds,
		Needs: []needJSON{}, Diagnostics: []diagnosticJSON{}}
	if a.Line.Sentence != nil {
		out.Expected = a.Line.Sentence.Want().String()
	}
	if d := a.Differs; d != nil {
		out.Differs = &differsJSON{d.Dialect.String(), d.Verdict.String()}
	}
	for _, n := range a.Decision.Needs {
		out.Needs = append(out.Needs, needOf(n))
	}
	for _, d := range f.problems {
		out.Diagnostics = append(out.Diagnostics, f.diagnosticJSON(d))
	}
	return out
}

func needOf(n *authz.Need) needJSON {
	out := needJSON{Permission: n.Permission.Name, Compartment: n.Compartment.Path(), Granted: n.Result == authz.Pass, By: []byJSON{}}
	for _, a := range n.Granting() {
		out.By = append(out.By, byJSON{a.Statement.Policy, a.Statement.Line()})
	}
	for _, a := range n.Denied.Holding {
		out.DeniedBy = append(out.DeniedBy, byJSON{a.Statement.Policy, a.Statement.Line()})
	}
	return out
}

func (f *loaded) diagnosticJSON(d source.Diagnostic) diagnosticJSON {
	at := f.file(d.Span.File).Position(d.Span.Start)
	return diagnosticJSON{d.Severity.String(), d.Code, d.Summary, d.Detail, d.Span.File, at.Line, at.Column}
}

func (f *loaded) sentence(a engine.Answer) string {
	return f.analysis.Scenario.Checks.Slice(a.Line.Span)
}

// line is the line of a check, counted in the archive.
func (f *loaded) line(a engine.Answer) int {
	return f.checksFrom + f.analysis.Scenario.Checks.LineOf(a.Line.Span.Start)
}

// sectionLine is the line of an archive on which the head of a section stands.
func sectionLine(data []byte, name string) int {
	archive := txtar.Parse(data)
	lines := 1 + bytes.Count(archive.Comment, []byte("\n"))
	for _, f := range archive.Files {
		if f.Name == name {
			break
		}
		lines += 1 + bytes.Count(f.Data, []byte("\n"))
	}
	return lines
}

// file finds a text of the scenario by its name; the archive itself otherwise.
func (f *loaded) file(name string) *source.File {
	for _, file := range f.analysis.Scenario.Files() {
		if file.Name == name {
			return file
		}
	}
	for _, rule := range f.analysis.Rules {
		if rule.Name == name {
			return rule
		}
	}
	return f.archive
}
