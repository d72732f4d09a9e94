package shelf_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"oci-policy-playground/web/shelf"
)

// storage is a browser's, with so much room; none is without end.
type storage struct {
	texts map[string]string
	room  int
}

var errFull = errors.New("full")

func (s *storage) Keys() []string { return slices.Collect(maps.Keys(s.texts)) }

func (s *storage) Get(key string) (string, bool) {
	text, ok := s.texts[key]
	return text, ok
}

func (s *storage) Set(key, text string) error {
	if s.room > 0 && len(text) > s.room {
		return errFull
	}
	s.texts[key] = text
	return nil
}

func (s *storage) Remove(key string) { delete(s.texts, key) }

// tabs are pages over one storage.
func tabs(s *storage) (one, other *shelf.Shelf) {
	clock := int64(1000)
	tick := func() int64 { clock++; return clock }
	return shelf.New(s, tick), shelf.New(s, tick)
}

func empty() *storage { return &storage{texts: map[string]string{}} }

func texts(s *shelf.Shelf) string {
	var all []string
	for _, k := range s.All() {
		all = append(all, k.Text)
	}
	return strings.Join(all, " ")
}

// saved fails the test where a work is not kept.
func saved(t *testing.T, s *shelf.Shelf, text string) {
	t.Helper()
	if err := s.Save(text); err != nil {
		t.Fatal(err)
	}
}

func wants(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %q, not %q", what, got, want)
	}
}

func TestAWorkIsKeptOnceAndAnotherBesideIt(t *testing.T) {
	one, _ := tabs(empty())
	saved(t, one, "a")
	saved(t, one, "ab")
	wants(t, "one work", texts(one), "ab")
	one.Begin()
	saved(t, one, "x")
	wants(t, "and another", texts(one), "x ab")
	one.Begin()
	saved(t, one, "ab")
	saved(t, one, "abc")
	wants(t, "the first, gone on with", texts(one), "abc x")
}

func TestTwoTabsNeverTakeEachOthersPlace(t *testing.T) {
	one, other := tabs(empty())
	saved(t, one, "a")
	other.Take(one.All()[0])
	saved(t, one, "a1")
	if k, is := other.Changed(); !is || k.Text != "a1" {
		t.Errorf("the other sees %+v, %v", k, is)
	}
	saved(t, other, "a2")
	saved(t, one, "a11")
	saved(t, other, "a22")
	wants(t, "both", texts(one), "a22 a11")
	if _, is := other.Changed(); is {
		t.Error("they still share one")
	}
}

func TestATabThatChangedNothingTakesNoPlace(t *testing.T) {
	one, other := tabs(empty())
	saved(t, one, "a")
	other.Take(one.All()[0])
	saved(t, one, "a1")
	saved(t, other, "a")
	wants(t, "one work", texts(one), "a1")
	saved(t, other, "a1")
	wants(t, "still", texts(one), "a1")
}

func TestWhatDoesNotFitIsSaidAndTheOthersStay(t *testing.T) {
	s := empty()
	one, _ := tabs(s)
	saved(t, one, "a")
	s.room = 30
	one.Begin()
	if err := one.Save(strings.Repeat("x", 40)); err != errFull {
		t.Errorf("it says %v", err)
	}
	s.room = 0
	if err := one.Save(strings.Repeat("x", 1<<20+1)); err != shelf.ErrTooLong {
		t.Errorf("of a giant it says %v", err)
	}
	wants(t, "the others", texts(one), "a")
}

func TestGarbageIsPassedOver(t *testing.T) {
	s := empty()
	for i, value := range []string{"", "\n", "text without a time", "12\nread", "x\ny", "99999999999999999999\nz", "1\n" + strings.Repeat("g", 1<<20+1), "\x00\xff\n"} {
		s.texts[fmt.Sprintf("oci-policy-playground/work/%d", i)] = value
	}
	s.texts["somebody else's"] = "13\nno"
	one, _ := tabs(s)
	wants(t, "what is there", texts(one), "read")
	one.Remove("somebody else's")
	if _, ok := s.texts["somebody else's"]; !ok {
		t.Error("it removed what is not its own")
	}
}

func TestTheOldestGoFirst(t *testing.T) {
	one, _ := tabs(empty())
	for i := range 20 {
		one.Begin()
		saved(t, one, fmt.Sprint(i))
	}
	wants(t, "the last", texts(one), "19 18 17 16 15 14 13 12 11 10 9 8")
}

func TestAWorkThatIsRemovedIsKeptAgainWhenItGoesOn(t *testing.T) {
	one, _ := tabs(empty())
	saved(t, one, "a")
	one.Remove(one.All()[0].Key)
	wants(t, "nothing", texts(one), "")
	saved(t, one, "a")
	wants(t, "again", texts(one), "a")
}
