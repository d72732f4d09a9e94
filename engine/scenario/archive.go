package scenario

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/source"
)

// Parse reads an archive. The scenario is never nil: what cannot be understood
// is said, with its place in the file called name, and what can be kept is kept.
//
// A text that has no section of ours but holds statements is one policy, so that
// what somebody pastes works.
func Parse(name string, data []byte) (*Scenario, source.Diagnostics) {
	return ParseText(name, string(data))
}

// ParseText is Parse of a text.
func ParseText(name, text string) (*Scenario, source.Diagnostics) {
	if len(text) > MaxBytes {
		return new(Scenario), source.Diagnostics{tooBig(name, len(text))}
	}
	text = closed(plain(text))
	archive := txtar.Parse([]byte(text))
	if isBare(archive, text) {
		return pasted(name, text)
	}
	r := reader{counts: len(text) > MaxStatements*shortest, scenario: new(Scenario), seen: map[string]source.Span{}}
	at := len(archive.Comment)
	r.scenario.Title, r.scenario.About = heading(unquote(text[:at]))
	for _, f := range archive.Files {
		head := source.Span{File: name, Start: at, End: at + strings.IndexByte(text[at:], '\n')}
		at = head.End + 1 + len(f.Data)
		r.section(f.Name, unquote(text[head.End+1:at]), head)
	}
	return r.scenario, r.problems
}

// isBare tells whether a text is statements alone.
func isBare(a *txtar.Archive, text string) bool { return !hasSections(a) && statements(text) > 0 }

// hasSections tells whether an archive has a section of ours.
func hasSections(a *txtar.Archive) bool {
	return slices.ContainsFunc(a.Files, func(f txtar.File) bool {
		return f.Name == settingsSection || f.Name == tenancySection || f.Name == checksSection ||
			strings.HasPrefix(f.Name, policyFolder) || strings.HasPrefix(f.Name, otherFolder)
	})
}

func pasted(name, text string) (*Scenario, source.Diagnostics) {
	s := &Scenario{Policies: []Policy{NewPolicy("pasted", "", text)}}
	if statements(text) > MaxStatements {
		return new(Scenario), source.Diagnostics{tooMany(source.Span{File: name}, "statements", MaxStatements)}
	}
	return s, nil
}

// shortest is how many bytes a line has at least that begins as a statement does.
const shortest = len("deny x\n")

// statements counts the lines that begin as a statement does.
func statements(text string) int {
	n := 0
	for line := range strings.Lines(text) {
		first, _, more := strings.Cut(strings.TrimSpace(line), " ")
		if more && slices.ContainsFunc(starters[:], func(s string) bool { return strings.EqualFold(s, first) }) {
			n++
		}
	}
	return n
}

var starters = [...]string{"allow", "deny", "endorse", "admit", "define"}

// heading splits the text before the sections into title and rest.
func heading(comment string) (title, about string) {
	title, about, _ = strings.Cut(comment, "\n")
	return tame(title), strings.Trim(about, "\n")
}

// reader takes the sections one by one.
type reader struct {
	counts     bool // the archive has room for too many statements
	scenario   *Scenario
	problems   source.Diagnostics
	seen       map[string]source.Span
	sections   int
	policies   int
	statements int
}

func (r *reader) section(name, text string, head source.Span) {
	r.sections++
	switch d := r.entrance(name, head); {
	case d != nil:
		r.keep(name, text, *d)
	case name == settingsSection:
		r.settings(text)
	case name == tenancySection:
		r.scenario.Tenancy = NewTenancy(text)
	case name == checksSection:
		r.scenario.Checks = NewChecks(text)
	case strings.HasPrefix(name, policyFolder):
		r.policy(&r.scenario.Policies, name, name[len(policyFolder):], text, head)
	case strings.HasPrefix(name, otherFolder):
		r.other(name, text, head)
	default:
		r.keep(name, text, unknownSection(name, head))
	}
	r.seen[name] = head
}

// entrance checks what is asked of every section: a sound name, used once, while
// there is room.
func (r *reader) entrance(name string, head source.Span) *source.Diagnostic {
	first, twice := r.seen[name]
	var d source.Diagnostic
	switch {
	case r.sections > MaxSections:
		d = tooMany(head, "sections", MaxSections)
	case !sound(name):
		d = badName(name, head)
	case twice:
		d = sectionTwice(name, head, first)
	default:
		return nil
	}
	return &d
}

// keep holds a section nobody reads, so that saving the scenario loses nothing.
func (r *reader) keep(name, text string, why source.Diagnostic) {
	r.scenario.Extra = append(r.scenario.Extra, txtar.File{Name: name, Data: []byte(text)})
	r.problems = append(r.problems, why)
}

// policy reads a policy whose path below its folder says where it is attached.
func (r *reader) policy(to *[]Policy, name, path, text string, head source.Span) {
	places, base := parent(path)
	title, ok := strings.CutSuffix(base, policyEnding)
	count := 0
	if r.counts {
		count = statements(text)
	}
	switch {
	case !ok || title == "":
		r.keep(name, text, unknownSection(name, head))
	case r.policies >= MaxPolicies:
		r.keep(name, text, tooMany(head, "policies", MaxPolicies))
	case r.statements+count > MaxStatements:
		r.keep(name, text, tooMany(head, "statements", MaxStatements))
	default:
		r.policies++
		r.statements += count
		*to = append(*to, Policy{Name: title, AttachedTo: places, File: source.NewFile(name, text)})
	}
}

// parent splits a path into the compartments it goes through, as policies write
// them, and the file's own name.
func parent(path string) (places, base string) {
	cut := strings.LastIndexByte(path, '/')
	if cut < 0 {
		return "", path
	}
	return strings.ReplaceAll(path[:cut], "/", ":"), path[cut+1:]
}

// other reads a section of a further tenancy.
func (r *reader) other(name, text string, head source.Span) {
	tenancy, rest, _ := strings.Cut(name[len(otherFolder):], "/")
	path, isPolicy := strings.CutPrefix(rest, policyFolder)
	if rest != tenancySection && !isPolicy {
		r.keep(name, text, unknownSection(name, head))
		return
	}
	o := r.tenancy(tenancy)
	switch {
	case o == nil:
		r.keep(name, text, tooMany(head, "other tenancies", MaxOthers))
	case isPolicy:
		r.policy(&o.Policies, name, path, text, head)
	default:
		o.Tenancy = source.NewFile(name, text)
	}
}

// tenancy is the other tenancy of that name, made when it is new, or nil when
// there is no room for it.
func (r *reader) tenancy(name string) *Other {
	others := r.scenario.Others
	if i := slices.IndexFunc(others, func(o Other) bool { return o.Name == name }); i >= 0 {
		return &others[i]
	}
	if len(others) == MaxOthers {
		return nil
	}
	r.scenario.Others = append(others, Other{Name: name})
	return &r.scenario.Others[len(others)]
}

func tooBig(name string, size int) source.Diagnostic {
	return source.Diagnostic{Severity: source.Error, Code: "too-big", Span: source.Span{File: name},
		Summary: "the scenario is larger than 1 MiB",
		Detail:  fmt.Sprintf("It has %d bytes of at most %d. Take out what the question does not need.", size, MaxBytes)}
}

func tooMany(at source.Span, what string, limit int) source.Diagnostic {
	return source.Diagnostic{Severity: source.Error, Code: "too-many", Span: at,
		Summary: fmt.Sprintf("there are more than %d %s", limit, what),
		Detail:  "What is beyond is kept but not read. Take out what the question does not need."}
}

func sectionTwice(name string, at, first source.Span) source.Diagnostic {
	return source.Diagnostic{Severity: source.Error, Code: "section-twice", Span: at,
		Summary: fmt.Sprintf("there are two sections `%s`", show(name)),
		Detail:  "Only the first is read. Rename this one or join the two.",
		Notes:   []source.Note{{Span: first, Text: "the first is here"}}}
}

func badName(name string, at source.Span) source.Diagnostic {
	return source.Diagnostic{Severity: source.Error, Code: "bad-section-name", Span: at,
		Summary: fmt.Sprintf("`%s` is no name for a section", show(name)),
		Detail:  "Names are paths without `..`, empty parts, colons and invisible characters. Rename the section; it is kept but not read."}
}

func unknownSection(name string, at source.Span) source.Diagnostic {
	return source.Diagnostic{Severity: source.Info, Code: "unknown-section", Span: at,
		Summary: fmt.Sprintf("section `%s` has no meaning here", show(name)),
		Detail:  "It is kept as it is. Sections are scenario.json, tenancy.json, checks, policies/….policy and tenancies/<name>/…."}
}
