package imports

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// Proposal is what would become of a scenario.
type Proposal struct {
	Scenario *scenario.Scenario // nil when nothing can be taken
	Whole    bool               // it takes the place of all there was
	Taken    []Taken
	Request  string // the sentence that an audit event asks, "" without one
	Problems source.Diagnostics
}

// Taken is what would be taken of one kind.
type Taken struct {
	What  string // in the plural
	Names []string
}

// Read proposes what to take from a text into a scenario, which may be nil for
// none and stays as it is.
func Read(name string, data []byte, into *scenario.Scenario) *Proposal {
	file := source.NewFile(name, strings.ToValidUTF8(strings.TrimPrefix(string(data), "\uFEFF"), "\uFFFD"))
	if into == nil {
		into = new(scenario.Scenario)
	}
	r := &reader{file: file, into: into}
	if len(data) > scenario.MaxBytes {
		r.fail("too-big", file.Span(0, 0), "the text is larger than 1 MiB", "Export a part of it, such as one compartment's policies.")
		return r.proposal()
	}
	var problems source.Diagnostics
	if r.spec, problems = scenario.Spec(into.Tenancy); problems.HasErrors() {
		r.fail("mend-first", source.Span{}, "the tenancy that is open has errors", "Mend them first, or begin with an empty scenario.")
		return r.proposal()
	}
	r.remarks = slices.ContainsFunc(problems, func(d source.Diagnostic) bool { return d.Code == "lenient-json" })
	r.recognise()
	return r.proposal()
}

// reader lays one text over a scenario.
type reader struct {
	file     *source.File
	into     *scenario.Scenario
	spec     tenancy.Spec
	remarks  bool // tenancy.json has comments
	found    [kinds][]scenario.Value
	ids      map[string]bool // of the compartments that have a place
	policies []policy
	members  []membership
	sentence []string // of audit events
	whole    *scenario.Scenario
	taken    []Taken
	problems source.Diagnostics
	failed   bool
}

// recognise finds out what the text is.
func (r *reader) recognise() {
	text := strings.TrimSpace(r.file.Text)
	isJSON := strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[")
	if isJSON {
		root, ok, problems := scenario.ReadValue(r.file)
		if ok {
			r.json(root)
			return
		}
		if r.archive(); r.whole != nil || len(r.policies) > 0 {
			return
		}
		r.failed = true
		r.problems = problems
		return
	}
	if blocks := terraform(r.file); len(blocks) > 0 {
		for _, b := range blocks {
			r.resource(b)
		}
		return
	}
	r.archive()
}

// archive takes a scenario, which replaces what there is, or statements alone,
// which are one policy more.
func (r *reader) archive() {
	s, problems := scenario.Parse(r.file.Name, []byte(r.file.Text))
	switch {
	case s.Tenancy == nil && s.Checks == nil && len(s.Others) == 0 && len(s.Policies) == 1 && s.Policies[0].Name == "pasted":
		r.policies = append(r.policies, policy{name: r.unused(stem(r.file.Name)), text: s.Policies[0].File.Text})
	case s.Tenancy != nil || s.Checks != nil || len(s.Policies)+len(s.Others) > 0:
		r.whole, r.problems = s, problems
		r.tellWhole()
	default:
		r.fail("unknown-shape", r.file.Span(0, min(len(r.file.Text), 1)), "this is nothing that can be read here",
			"It may be JSON of the OCI command line, a list of statements, Terraform with oci_identity_policy, an audit event or a scenario.")
	}
}

func (r *reader) tellWhole() {
	var names []string
	for _, p := range r.whole.Policies {
		names = append(names, p.Name)
	}
	r.take("policies", names...)
	for _, o := range r.whole.Others {
		r.take("other tenancies", o.Name)
	}
	for _, line := range scenario.Sentences(r.whole.Checks) {
		r.take("checks", r.whole.Checks.Slice(line.Span))
	}
}

// take notes names of what is taken.
func (r *reader) take(what string, names ...string) {
	if len(names) == 0 {
		return
	}
	for i := range r.taken {
		if r.taken[i].What == what {
			r.taken[i].Names = append(r.taken[i].Names, names...)
			return
		}
	}
	r.taken = append(r.taken, Taken{what, names})
}

func (r *reader) say(severity source.Severity, code string, at source.Span, summary, detail string) {
	r.problems = append(r.problems, source.Diagnostic{Severity: severity, Code: code, Span: at, Summary: summary, Detail: detail})
}

// fail refuses the text as a whole.
func (r *reader) fail(code string, at source.Span, summary, detail string) {
	r.failed = true
	r.say(source.Error, code, at, summary, detail)
}

// proposal is the outcome. A scenario that the playground would not read whole is
// none.
func (r *reader) proposal() *Proposal {
	if !r.failed && len(r.taken)+len(r.policies) == 0 && len(r.problems) == 0 {
		r.fail("nothing", source.Span{}, "there is nothing in it to take", "A list may be empty because whoever made it may not see what is in it.")
	}
	if !r.failed && len(r.taken)+len(r.policies) == 0 {
		r.fail("nothing", source.Span{}, "nothing in it can be taken", "Why not is told of each part.")
	}
	p := &Proposal{Whole: r.whole != nil}
	if !r.failed {
		p.Scenario = r.outcome()
		r.fits(p.Scenario)
	}
	if p.Taken, p.Problems = r.taken, r.problems; r.failed {
		p.Scenario, p.Taken, p.Whole = nil, nil, false
	} else if len(r.sentence) > 0 {
		p.Request = r.sentence[0]
	}
	return p
}

func (r *reader) outcome() *scenario.Scenario {
	if r.whole != nil {
		return r.whole
	}
	next := *r.into
	r.lay(&next)
	r.ask(&next)
	return &next
}

// fits refuses what is beyond the caps of a scenario.
func (r *reader) fits(s *scenario.Scenario) {
	again, problems := scenario.Parse(r.file.Name, scenario.Format(s))
	_, more := scenario.Spec(again.Tenancy)
	for _, d := range append(problems, more...) {
		if d.Code == "too-big" || d.Code == "too-many" {
			r.fail(d.Code, source.Span{}, "with this the scenario is too large: "+d.Summary, "Import a part of it, such as one compartment's policies.")
			return
		}
	}
}

// counted is a number before a word.
func counted(n int, one, many string) string {
	if n == 1 {
		return "one " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// names is some names in a sentence.
func names(all []string) string {
	const most = 5
	shown := all[:min(most, len(all))]
	text := "`" + strings.Join(shown, "`, `") + "`"
	if rest := len(all) - len(shown); rest > 0 {
		text += fmt.Sprintf(" and %d more", rest)
	}
	return text
}

// stem is a policy's name made of a file's.
func stem(file string) string {
	base := file[strings.LastIndexAny(file, `/\`)+1:]
	if dot := strings.LastIndexByte(base, '.'); dot > 0 {
		base = base[:dot]
	}
	if !scenario.IsName(base) {
		return "pasted"
	}
	return base
}
