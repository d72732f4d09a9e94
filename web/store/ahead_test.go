package store_test

import (
	"fmt"
	"strings"
	"testing"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/web/store"
)

// many are statements that nobody has read before, about buckets of these names.
func many(n int, name string) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, "Allow group Readers to read buckets in compartment Prod where target.bucket.name = '%s%d'\n", name, i)
	}
	return all.String()
}

// reading is a store that reads ahead, two steps at a time.
type reading struct {
	*store.Store
	next func()
}

func newReading() *reading {
	r := &reading{Store: opened()}
	r.ReadAhead(func(next func()) { r.next = next }, func() func() bool {
		left := 2
		return func() bool { left--; return left < 0 }
	})
	return r
}

// on does the next piece, and tells whether there was one.
func (r *reading) on() bool {
	next := r.next
	if r.next = nil; next != nil {
		next()
	}
	return next != nil
}

const readersFile = "policies/readers.policy"

func (r *reading) shows(t *testing.T, what string) {
	t.Helper()
	if cards := fmt.Sprint(r.Views().Policies.Cards[0].Count); cards != what {
		t.Errorf("the policy has %s, not %s", cards, what)
	}
}

func TestManyStatementsAreReadBeforeTheyAreShown(t *testing.T) {
	r := newReading()
	r.Dispatch(store.EditPolicy{File: readersFile, Text: many(1000, "a")})
	r.shows(t, "1 statement")
	pieces, most := 0, store.Progressed{}
	for r.on() {
		pieces++
		if now := r.Views().Notice.Ahead; now.Of > 0 {
			most = now
		}
	}
	if pieces < 80 || most.Done < 950 || most.Of != 1000 {
		t.Errorf("it took %d pieces, and came to %+v", pieces, most)
	}
	r.shows(t, "1,000 statements")
	if ahead := r.Views().Notice.Ahead; ahead.Of != 0 {
		t.Errorf("it still reads: %+v", ahead)
	}
}

func TestWhoTypesOnInALongTextIsNotSetBack(t *testing.T) {
	r := newReading()
	text := many(1000, "a")
	r.Dispatch(store.EditPolicy{File: readersFile, Text: text})
	for range 30 {
		r.on()
	}
	r.Dispatch(store.EditPolicy{File: readersFile, Text: text + many(1, "typed")})
	if at := r.Views().Notice.Ahead; at.Done != 320 {
		t.Errorf("it has read %+v", at)
	}
	for r.on() {
	}
	r.shows(t, "1,001 statements")
}

func TestAnotherActionDoesNotLoseTheOneThatWaits(t *testing.T) {
	r := newReading()
	r.Dispatch(store.EditPolicy{File: readersFile, Text: many(1000, "a")})
	r.Dispatch(store.SetTheme{Theme: "dark"})
	r.shows(t, "1 statement")
	r.Dispatch(store.RenamePolicy{File: readersFile, Name: "all"})
	r.shows(t, "1,000 statements")
	wants(t, "the policy", r.Views().Policies.Cards[0].Name, "all")
	for r.on() {
	}
	r.shows(t, "1,000 statements")
}

func TestAFailureKeepsWhatWaits(t *testing.T) {
	r := newReading()
	r.Dispatch(store.EditPolicy{File: readersFile, Text: many(1000, "a")})
	r.Fail("out of paint", "somewhere")
	if text := r.State().Failure.Text; !strings.Contains(text, "'a999'") {
		t.Errorf("it keeps %d bytes", len(text))
	}
}

func TestAFailureOnTheWayToWhatWaitsKeepsIt(t *testing.T) {
	r := newReading()
	r.Dispatch(store.EditPolicy{File: readersFile, Text: many(1000, "a")})
	r.Gate(func(a store.Action) store.Action {
		if p, ok := a.(store.Progressed); ok && p.Of == 0 {
			panic("out of paint")
		}
		return a
	})
	func() {
		defer func() { r.Fail(recover().(string), "somewhere") }()
		for r.on() {
		}
	}()
	if text := r.State().Failure.Text; !strings.Contains(text, "'a999'") {
		t.Errorf("it keeps %d bytes", len(text))
	}
}

func TestEachTextThatWaitsHasANumberOfItsOwn(t *testing.T) {
	r := newReading()
	numbers := []int{r.Waits()}
	for _, a := range []store.Action{store.EditPolicy{File: readersFile, Text: many(1000, "a")}, store.EditPolicy{File: readersFile, Text: many(1000, "b")},
		store.RenamePolicy{File: readersFile, Name: "all"}} {
		r.Dispatch(a)
		numbers = append(numbers, r.Waits())
	}
	wants(t, "the numbers", fmt.Sprint(numbers), "[0 1 2 0]")
}

func TestWhoLeavesTakesWhatWaitsAlong(t *testing.T) {
	r := &reading{Store: opened()}
	end := r.ReadAhead(func(next func()) { r.next = next }, func() func() bool { return func() bool { return true } })
	end()
	r.shows(t, "1 statement")
	r.Dispatch(store.EditPolicy{File: readersFile, Text: many(1000, "a")})
	end()
	r.shows(t, "1,000 statements")
	if ahead := r.Views().Notice.Ahead; ahead.Of != 0 {
		t.Errorf("it still reads: %+v", ahead)
	}
}

func TestEveryWayThatBringsManyStatementsReadsThemAhead(t *testing.T) {
	waits := func(name string, r *reading) {
		t.Helper()
		if r.Views().Notice.Ahead.Of < 1000 {
			t.Errorf("%s waits for %+v", name, r.Views().Notice.Ahead)
		}
		pieces := 0
		for r.on() {
			pieces++
		}
		if pieces < 80 { // 63 that read and 31 that bind
			t.Errorf("%s is done in %d pieces", name, pieces)
		}
		r.shows(t, "1,000 statements")
	}
	r := newReading()
	r.Dispatch(store.OpenText{Name: "pasted", Text: many(1000, "a")})
	waits("a text", r)
	r.Dispatch(store.Propose{Name: "pasted", Text: many(1000, "b")})
	r.Dispatch(store.TakeProposal{})
	waits("an import", r)
	r.Dispatch(store.NewScenario{})
	r.Dispatch(store.AddPolicy{})
	r.Dispatch(store.AddPolicy{})
	r.Dispatch(store.AddPolicy{})
	for range 4 {
		r.Dispatch(store.Undo{})
	}
	waits("a step back", r)
}

func TestALittleIsReadAtOnce(t *testing.T) {
	r := newReading()
	r.Dispatch(store.EditPolicy{File: readersFile, Text: many(150, "a")})
	r.shows(t, "150 statements")
	r.Dispatch(store.EditPolicy{File: readersFile, Text: many(150, "a") + strings.Repeat("# a remark\n", 10_000)})
	r.shows(t, "150 statements")
	if r.next != nil {
		t.Error("it waits")
	}
}

func TestOfVeryManyProblemsTheFirstErrorsAreUnderlined(t *testing.T) {
	s := opened(store.EditPolicy{File: readersFile, Text: strings.Repeat("Allow group Nobody to read buckets in compartment Nowhere\n", 600)})
	card := s.Views().Policies.Cards[0]
	if n := len(card.Text.Problems); n != 500 || card.Text.Problems[499].Severity != source.Error {
		t.Errorf("%d problems are underlined, the last of them %v", n, card.Text.Problems[n-1])
	}
	if all := len(s.State().Problems.In(card.File)); all != 1200 {
		t.Errorf("there are %d problems", all)
	}
}
