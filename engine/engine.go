package engine

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/explain"
	"oci-policy-playground/engine/lint"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// Version is the engine's, and stands in every link.
const Version = "0.1.0"

// Engine analyses scenarios one after another and remembers the statements it
// has read, so that a keystroke costs the reading of one.
type Engine struct {
	parser syntax.Parser
	worlds memory[*world]
	asked  memory[[]scenario.Line]
	policy policy.Memory
	advice lint.Memory
}

// Analysis is everything there is to show about a scenario.
type Analysis struct {
	Scenario    *scenario.Scenario
	World       *tenancy.Tenancy // the scenario's own tenancy, with its policies
	Documents   []Document
	Set         *policy.Set
	Rules       map[*tenancy.DynamicGroup]*source.File // the matching rules as files of their own
	Diagnostics source.Diagnostics                     // of every text, sorted
	Answers     []Answer                               // of the checks, line by line

	lands  []*land // the scenario's own first
	bound  []authz.Land
	other  []authz.Land // by the other dialect, when somebody asked
	unread string       // the text of a tenancy that cannot be read, if any: then nothing can be judged
	engine *Engine
	mended []mended // nil before anything was denied

	pass    *lint.Pass // under way
	advice  source.Diagnostics
	advised bool // the advice stands
}

// Document is a policy as read.
type Document struct {
	Policy     scenario.Policy
	AttachedTo *tenancy.Compartment // nil when the place is nowhere: then it grants nothing
	Document   *syntax.Document
}

// Answer is a check and what became of it.
type Answer struct {
	Line     scenario.Line
	Request  authz.Request
	Decision authz.Decision
	Story    explain.Story
	Holds    bool // the verdict is the one the check expects
	Differs  *Difference
	Problems source.Diagnostics // of the sentence itself
}

// Analyze analyses one scenario.
func Analyze(s *scenario.Scenario) *Analysis { return new(Engine).Analyze(s) }

// Analyze is like the function Analyze, and faster for a scenario that is little
// changed from the last.
func (e *Engine) Analyze(s *scenario.Scenario) *Analysis {
	a := e.begin(s)
	e.parser.Round()
	e.worlds.round()
	e.asked.round()
	e.policy.Round()
	a.readLands()
	a.bound = a.bind(s.Dialect, true)
	a.Set = a.bound[0].Set
	if s.Checks != nil {
		for _, line := range e.asked.of("", s.Checks, sentences) {
			answer := a.answer(line)
			a.report(answer.Problems...)
			a.Answers = append(a.Answers, answer)
		}
	}
	a.Diagnostics.Sort()
	return a
}

func (e *Engine) begin(s *scenario.Scenario) *Analysis {
	return &Analysis{Scenario: s, Rules: map[*tenancy.DynamicGroup]*source.File{}, engine: e}
}

// Read reads one policy, and remembers it for the next analysis.
func (e *Engine) Read(f *source.File) *syntax.Document {
	doc, _ := e.parser.Parse(f)
	return doc
}

func (a *Analysis) report(ds ...source.Diagnostic) { a.Diagnostics = append(a.Diagnostics, ds...) }

// adminPolicy is the name of the policy that every tenancy comes with, and of
// its file, which is not among the scenario's.
const adminPolicy = "Tenant Admin Policy"

func attachedNowhere(p scenario.Policy) source.Diagnostic {
	return source.Diagnostic{Severity: source.Error, Code: "attached-nowhere", Span: p.File.Span(0, 0),
		Summary: "policy `" + p.Name + "` is attached to `" + p.AttachedTo + "`, which is nowhere",
		Detail:  "It grants nothing. Attach it to a compartment of the tenancy, or add the compartment.",
		Missing: &source.Missing{Kind: "compartment", Name: p.AttachedTo}}
}

// Advice is what there is to say of statements that OCI would accept, sorted. It
// is not among the Diagnostics: a page asks for it when typing rests.
func (a *Analysis) Advice() source.Diagnostics {
	for a.Advise() {
	}
	return a.advice
}

// Advise does a piece of the work that Advice asks for, and tells whether there
// is more.
func (a *Analysis) Advise() (more bool) {
	switch {
	case a.advised:
		return false
	case a.pass == nil:
		a.pass = a.newPass()
	case !a.pass.Step():
		a.advice, a.advised, a.pass = a.pass.Found(), true, nil
		a.advice.Sort()
		return false
	}
	return true
}

func (a *Analysis) newPass() *lint.Pass {
	pass := &lint.Pass{Set: a.Set, World: a.World, Catalog: catalog.Default(), Memory: &a.engine.advice}
	for _, d := range a.Documents {
		pass.Documents = append(pass.Documents, d.Document)
	}
	for _, l := range a.lands[1:] {
		for _, d := range l.documents {
			pass.Abroad = append(pass.Abroad, d.Document)
		}
	}
	return pass
}

// Why tells the reason behind a piece of advice, by its code; "" for what is no advice.
func Why(code string) string {
	name, _ := strings.CutPrefix(code, lint.Prefix)
	for _, c := range lint.Checks {
		if c.Name == name {
			return strings.TrimSpace(strings.TrimSuffix(c.Doc, c.Detail()))
		}
	}
	return ""
}

// answer judges one line of the checks.
func (a *Analysis) answer(line scenario.Line) Answer {
	if line.Sentence == nil {
		return Answer{Line: line, Problems: line.Problems}
	}
	req, problems := scenario.Bind(line.Sentence, a.World, catalog.Default(), a.Worlds()[1:]...)
	answer := Answer{Line: line, Request: req, Problems: slices.Concat(line.Problems, problems)}
	switch {
	case a.unread != "":
		answer.Problems = line.Problems
		answer.Decision = authz.Decision{Verdict: authz.Invalid, Request: req, Invalid: "`" + a.unread + "` cannot be read"}
	case problems.HasErrors():
		answer.Decision = authz.Decision{Verdict: authz.Invalid, Request: req, Invalid: firstError(problems).Summary}
	default:
		answer.Decision = decide(a.bound, req)
		answer.Differs = a.differs(answer.Decision)
	}
	answer.Story = explain.Tell(answer.Decision)
	a.blameUnread(&answer.Story, answer.Decision)
	a.doubtUnread(&answer.Story, answer.Decision)
	a.verify(&answer.Story, answer.Decision)
	answer.Holds = answer.Decision.Verdict == line.Sentence.Want()
	return answer
}

func firstError(ds source.Diagnostics) source.Diagnostic {
	for _, d := range ds {
		if d.Severity == source.Error {
			return d
		}
	}
	return source.Diagnostic{}
}

// Ask answers a sentence that is not among the checks.
func (a *Analysis) Ask(sentence string) Answer {
	return a.answer(a.engine.asked.of("", source.NewFile("request", sentence), whole)[0])
}
