package redact

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// redactor writes a scenario anew. It does so twice: the first time it only
// learns what names there are.
type redactor struct {
	options  Options
	names    *names
	ids      map[string]string // OCIDs, old to new
	told     map[string]bool   // OCIDs and addresses that were written
	network  network
	learning bool
	dropped  []string
}

// learn notes all names and OCIDs. Patterns come first, since names depend on
// them.
func (r *redactor) learn(s *scenario.Scenario) {
	r.learning = true
	r.network.seen = map[prefix]uint8{}
	for _, p := range everyPolicy(s) {
		doc, _ := syntax.Parse(p.File)
		for _, statement := range doc.Statements {
			r.learnPatterns(statement)
		}
	}
	r.land(s.Tenancy)
	for _, o := range s.Others {
		r.names.of("tenancy", o.Name)
		r.land(o.Tenancy)
	}
	r.write(s)
	r.learning, r.dropped = false, nil
}

func (r *redactor) land(f *source.File) {
	spec, _ := scenario.Spec(f)
	r.spec(spec)
	world, _ := scenario.World(f)
	r.note(world)
}

func everyPolicy(s *scenario.Scenario) []scenario.Policy {
	all := s.Policies[:len(s.Policies):len(s.Policies)]
	for _, o := range s.Others {
		all = append(all, o.Policies...)
	}
	return all
}

// mostPatterns is how many patterns names are fitted to.
const mostPatterns = 200

func (r *redactor) learnPatterns(s *syntax.Statement) {
	clause := s.Clause()
	if clause == nil || clause.Where == nil {
		return
	}
	syntax.Walk(clause.Where, func(n syntax.Node) bool {
		if glob, ok := n.(*syntax.Glob); ok && len(r.names.patterns) < mostPatterns {
			if p := strings.ToLower(string(glob.Pattern)); !slices.Contains(r.names.patterns, p) {
				r.names.patterns = append(r.names.patterns, p)
			}
		}
		return true
	})
}

// write is the scenario without its names.
func (r *redactor) write(s *scenario.Scenario) *scenario.Scenario {
	next := &scenario.Scenario{Settings: s.Settings}
	if !strings.HasPrefix(s.Focus, "check:") {
		next.Focus = ""
	}
	next.Title = "A redacted scenario"
	if r.options.Prose {
		next.Title, next.About = r.prose(s.Title), r.prose(s.About)
	}
	if s.Tenancy != nil {
		next.Tenancy = scenario.NewTenancy(r.tenancy(s.Tenancy))
	}
	for _, p := range s.Policies {
		next.Policies = append(next.Policies, scenario.NewPolicy(r.names.of("policy", p.Name), r.names.of("compartment", p.AttachedTo), r.policy(p.File)))
	}
	for _, o := range s.Others {
		next.Others = append(next.Others, r.other(o))
	}
	if s.Checks != nil {
		next.Checks = scenario.NewChecks(r.checks(s.Checks))
	}
	return next
}

func (r *redactor) other(o scenario.Other) scenario.Other {
	next := scenario.Other{Name: r.names.of("tenancy", o.Name)}
	if o.Tenancy != nil {
		next.Tenancy = next.NewTenancy(r.tenancy(o.Tenancy))
	}
	for _, p := range o.Policies {
		next.Policies = append(next.Policies, next.NewPolicy(r.names.of("policy", p.Name), r.names.of("compartment", p.AttachedTo), r.policy(p.File)))
	}
	return next
}

func (r *redactor) tenancy(f *source.File) string {
	spec, _ := scenario.Spec(f)
	return scenario.TenancyText(r.spec(spec))
}

// value is the new text of a value in quotes.
func (r *redactor) value(variable, text string) string {
	switch {
	case strings.EqualFold(variable, "request.ipv4.ipaddress"):
		return r.address(text)
	case tenancy.IsOCID(text):
		return r.id(text)
	case r.learning || vocabulary(variable):
		return text
	case r.names.known(text):
		return r.names.of("value", text)
	case isMail(text):
		return r.names.of("user", text)
	case r.options.Values && !strings.Contains(text, "*"):
		return r.names.of("value", text)
	}
	return text
}

// vocabulary tells variables whose values are words of OCI, numbers or times.
func vocabulary(variable string) bool {
	low := strings.ToLower(variable)
	last := low[strings.LastIndexByte(low, '.')+1:]
	switch last {
	case "operation", "permission", "type", "kind", "authn-type", "region":
		return !strings.Contains(low, "tag.")
	}
	v, ok := catalog.Default().Variable(low)
	return ok && v.Type != catalog.String && v.Type != catalog.StringList && v.Type != catalog.OCID && v.Type != catalog.OCIDList
}

func isMail(text string) bool {
	_, domain, ok := strings.Cut(text, "@")
	return ok && strings.Contains(domain, ".") && !strings.ContainsAny(text, " /")
}

// prose is a text of ours, with the names in it replaced where they stand as they
// are spelt.
func (r *redactor) prose(text string) string {
	var out strings.Builder
	for text != "" {
		end := strings.IndexFunc(text, func(c rune) bool { return !wordly(c) })
		if end < 0 {
			end = len(text)
		}
		word := strings.TrimRight(text[:end], ".:")
		out.WriteString(r.spoken(word))
		out.WriteString(text[len(word):end])
		rest := text[end:]
		next := strings.IndexFunc(rest, wordly)
		if next < 0 {
			next = len(rest)
		}
		out.WriteString(rest[:next])
		text = rest[next:]
	}
	return out.String()
}

func wordly(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c > 0x7F || strings.ContainsRune("_-.@:/", c)
}

func (r *redactor) spoken(word string) string {
	switch {
	case tenancy.IsOCID(word):
		return r.id(word)
	case isMail(word):
		return r.names.of("user", word)
	}
	return r.names.parts(word, func(part string) string { return orElse(r.names.spelt[part], part) })
}
