package scenario

import (
	"strconv"
	"strings"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/source"
)

// FragmentKind is what the part of an address behind the '#' holds.
type FragmentKind uint8

// What it can hold.
const (
	Nothing    FragmentKind = iota
	Packed                  // p1.<payload>: a whole scenario
	Statements              // src=<percent-encoded statements>
	Example                 // example=<name>
	Catalog                 // catalog/<name of something in it>
	Unknown                 // something else, perhaps of a newer playground
)

// Fragment is the part of an address behind the '#'. Text is the payload, the
// statements or the example's name.
type Fragment struct {
	Kind FragmentKind
	Text string
}

// byHand are the fragments that a person can write.
var byHand = [...]struct {
	prefix string
	kind   FragmentKind
}{{"src=", Statements}, {"example=", Example}, {"catalog/", Catalog}}

// ReadFragment tells what a fragment holds, with its '#' or without. Statements
// and names are decoded; one that cannot be is Unknown.
func ReadFragment(fragment string) Fragment {
	text := strings.TrimPrefix(strings.TrimSpace(fragment), "#")
	if text == "" {
		return Fragment{}
	}
	if payload, ok := strings.CutPrefix(text, scheme); ok {
		return Fragment{Packed, base(payload)}
	}
	for _, hand := range byHand {
		if encoded, ok := strings.CutPrefix(text, hand.prefix); ok {
			if plain, ok := unpercent(encoded); ok {
				return Fragment{hand.kind, plain}
			}
		}
	}
	return Fragment{Unknown, text}
}

// unpercent undoes the percent-encoding of a text; ok tells whether every '%' in
// it has two digits behind it.
func unpercent(text string) (plain string, ok bool) {
	var out strings.Builder
	for {
		before, after, more := strings.Cut(text, "%")
		out.WriteString(before)
		if !more {
			return out.String(), true
		}
		if len(after) < 2 {
			return "", false
		}
		c, err := strconv.ParseUint(after[:2], 16, 8)
		if err != nil {
			return "", false
		}
		out.WriteByte(byte(c))
		text = after[2:]
	}
}

// Open gives the scenario that a fragment holds. The error is a [*LinkError]; it
// never comes with a scenario, so that a damaged link cannot pass for another.
func Open(fragment string) (*Scenario, error) {
	switch f := ReadFragment(fragment); f.Kind {
	case Packed:
		archive, err := unpack(f.Text)
		if err != nil {
			return nil, err
		}
		return whole(Parse("link", archive))
	case Statements:
		return whole(statementsOf(f.Text))
	case Unknown:
		return nil, &LinkError{Kind: UnknownScheme, Got: len(f.Text)}
	}
	return nil, &LinkError{Kind: NoScenario}
}

// statementsOf reads what stands behind src=: one policy, also while it holds
// nothing that looks like a statement, unless somebody put a whole archive there.
func statementsOf(text string) (*Scenario, source.Diagnostics) {
	if len(text) <= MaxBytes && !hasSections(txtar.Parse([]byte(text))) {
		return pasted("link", closed(plain(text)))
	}
	return Parse("link", []byte(text))
}

// whole refuses a scenario of which a cap cut something off: what a link shows
// is all that it holds.
func whole(s *Scenario, problems source.Diagnostics) (*Scenario, error) {
	for _, d := range problems {
		if d.Code == "too-big" || d.Code == "too-many" {
			return nil, &LinkError{Kind: TooBig, Want: MaxBytes}
		}
	}
	return s, nil
}
