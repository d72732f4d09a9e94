package store

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// Work is what a person works on. Two works share what they have in common; nothing in one is ever changed.
type Work struct {
	Scenario *scenario.Scenario
	Keys     []int // of the policies, in their order: a key stays with its policy
	Line     int   // of the checks, from 1: the request of the moment
	next     int   // the next key
	land     int   // the tenancy that is edited: 0 for the scenario's own, else its place among the others, from 1
}

// newWork takes a scenario as it was read.
func newWork(s *scenario.Scenario) Work {
	w := Work{Scenario: s, next: len(s.Policies)}
	for i := range s.Policies {
		w.Keys = append(w.Keys, i)
	}
	if s.Checks == nil {
		w = w.edit(func(s *scenario.Scenario) { s.Checks = scenario.NewChecks("") })
	}
	line, err := strconv.Atoi(strings.TrimPrefix(s.Focus, focusMark))
	if err != nil || !w.isCheck(line) {
		line = w.nearest(1)
	}
	w.Line = line
	return w
}

const focusMark = "check:"

// edit changes a copy of the scenario.
func (w Work) edit(change func(*scenario.Scenario)) Work {
	next := *w.Scenario
	next.Policies, next.Others = slices.Clone(next.Policies), slices.Clone(next.Others)
	for i := range next.Others {
		next.Others[i].Policies = slices.Clone(next.Others[i].Policies)
	}
	change(&next)
	w.Scenario = &next
	return w
}

// saved is the scenario as a link or file holds it: with the place that is in view and who made it.
func (w Work) saved() *scenario.Scenario {
	s := *w.Scenario
	s.Focus = focusMark + strconv.Itoa(w.Line)
	s.EngineVersion, s.CatalogDate = engine.Version, catalog.Default().Date()
	return &s
}

// of is the work with another of the tenancies to be edited.
func (w Work) of(land int) Work {
	w.land = land
	return w
}

// policies are those of one tenancy.
func policies(s *scenario.Scenario, land int) *[]scenario.Policy {
	if land == 0 {
		return &s.Policies
	}
	return &s.Others[land-1].Policies
}

// find tells which tenancy a policy is of, and its place there; the place is -1 where there is none of that file.
func (w Work) find(file string) (land, place int) {
	for land = range 1 + len(w.Scenario.Others) {
		place = slices.IndexFunc(*policies(w.Scenario, land), func(p scenario.Policy) bool { return p.File.Name == file })
		if place >= 0 {
			return land, place
		}
	}
	return 0, -1
}

func (w Work) policy(file string) (p scenario.Policy, ok bool) {
	land, place := w.find(file)
	if place < 0 {
		return p, false
	}
	return (*policies(w.Scenario, land))[place], true
}

// withPolicy puts another policy in the place of one. Its file gets a name of its own.
func (w Work) withPolicy(file, name, attachedTo, text string) Work {
	land, place := w.find(file)
	if place < 0 {
		return w
	}
	name = w.free(land, place, name, attachedTo)
	return w.edit(func(s *scenario.Scenario) { (*policies(s, land))[place] = newPolicy(s, land, name, attachedTo, text) })
}

func newPolicy(s *scenario.Scenario, land int, name, attachedTo, text string) scenario.Policy {
	if land == 0 {
		return scenario.NewPolicy(name, attachedTo, text)
	}
	return s.Others[land-1].NewPolicy(name, attachedTo, text)
}

// free is the name, with a number where a policy in the same place has it already. Policy except is not asked.
func (w Work) free(land, except int, name, attachedTo string) string {
	name = fileName(name)
	taken := func(name string) bool {
		for i, p := range *policies(w.Scenario, land) {
			if i != except && p.AttachedTo == attachedTo && strings.EqualFold(p.Name, name) {
				return true
			}
		}
		return false
	}
	candidate := name
	for n := 2; taken(candidate); n++ {
		candidate = fmt.Sprintf("%s-%d", name, n)
	}
	return candidate
}

// fileName is a policy's name without what a path cannot hold.
func fileName(name string) string {
	name = strings.Trim(strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:`, r) {
			return '-'
		}
		return r
	}, name), " .")
	if name == "" {
		return "policy"
	}
	return name
}

// addPolicy adds one to the tenancy that is edited.
func (w Work) addPolicy(name, attachedTo, text string) Work {
	name = w.free(w.land, -1, name, attachedTo)
	added := w.edit(func(s *scenario.Scenario) {
		all := policies(s, w.land)
		*all = append(*all, newPolicy(s, w.land, name, attachedTo, text))
	})
	if w.land == 0 {
		added.Keys = append(slices.Clone(w.Keys), w.next)
		added.next++
	}
	return added
}

func (w Work) removePolicy(file string) Work {
	land, place := w.find(file)
	if place < 0 {
		return w
	}
	left := w.edit(func(s *scenario.Scenario) {
		all := policies(s, land)
		*all = slices.Delete(*all, place, place+1)
	})
	if land == 0 {
		left.Keys = slices.Delete(slices.Clone(w.Keys), place, place+1)
	}
	return left
}

// typed is the work with what somebody typed into one of its texts.
func (w Work) typed(a Action) Work {
	switch a := a.(type) {
	case EditPolicy:
		if p, ok := w.policy(a.File); ok && p.File.Text != a.Text {
			return w.withPolicy(a.File, p.Name, p.AttachedTo, a.Text)
		}
	case EditTenancy:
		return w.withTenancy(a.Text)
	case EditRule:
		if text, ok := scenario.Put(w.tenancy(), a.Group+"/matchingRule", scenario.Quoted(a.Text)); ok {
			return w.withTenancy(text)
		}
	case EditSentence:
		if strings.TrimSpace(a.Text) != w.Sentence() || strings.Contains(a.Text, "\n") {
			return w.withSentence(a.Text)
		}
	case EditChecks:
		return w.withChecks(a.Text)
	}
	return w
}

func (w Work) checks() *source.File { return w.Scenario.Checks }

func (w Work) withChecks(text string) Work {
	w = w.edit(func(s *scenario.Scenario) { s.Checks = scenario.NewChecks(text) })
	w.Line = w.nearest(w.Line)
	return w
}

// isCheck tells whether a line of the checks is one.
func (w Work) isCheck(line int) bool {
	f := w.checks()
	if line < 1 || line > f.Lines() {
		return false
	}
	text := strings.TrimSpace(f.Slice(f.Line(line)))
	return text != "" && !strings.HasPrefix(text, "#") && !strings.HasPrefix(text, "//")
}

// nearest is the check nearest to a line, or that line itself where there is none.
func (w Work) nearest(line int) int {
	lines := w.checks().Lines()
	line = min(max(line, 1), lines)
	for away := range lines {
		for _, at := range [2]int{line - away, line + away} {
			if w.isCheck(at) {
				return at
			}
		}
	}
	return line
}

// Sentence is the request of the moment, as typed.
func (w Work) Sentence() string { return strings.TrimSpace(w.checks().Slice(w.checks().Line(w.Line))) }

// withSentence puts a text in the place of the request.
func (w Work) withSentence(text string) Work {
	text = strings.NewReplacer("\r", " ", "\n", " ").Replace(text)
	f := w.checks()
	at := f.Line(w.Line)
	replaced := f.Text[:at.Start] + text + f.Text[at.End:]
	return w.edit(func(s *scenario.Scenario) { s.Checks = scenario.NewChecks(replaced) })
}

// addCheck puts a sentence after the others and asks it.
func (w Work) addCheck(sentence string) Work {
	text := strings.TrimRight(w.checks().Text, "\n")
	if text != "" {
		text += "\n"
	}
	w = w.edit(func(s *scenario.Scenario) { s.Checks = scenario.NewChecks(text + sentence + "\n") })
	w.Line = strings.Count(text, "\n") + 1
	return w
}

func (w Work) removeCheck(a RemoveCheck) Work {
	f := w.checks()
	at := f.Line(a.Line)
	if strings.TrimSpace(f.Slice(at)) != a.Text {
		return w
	}
	text := f.Text[:at.Start] + strings.TrimPrefix(f.Text[at.End:], "\n")
	if a.Line < w.Line {
		w.Line--
	}
	return w.withChecks(text)
}
