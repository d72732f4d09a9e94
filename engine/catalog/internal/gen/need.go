package main

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// need is one element of an operation's needs: a permission's name, or an object
// with one of "any", "all", "when", "unless" or "by" and, for the last three,
// the "needs" they guard.
type need struct {
	Permission string
	Any        []need `json:"any"`
	All        []need `json:"all"`
	When       string `json:"when"`
	Unless     string `json:"unless"`
	By         string `json:"by"`
	Needs      []need `json:"needs"`
}

// UnmarshalJSON reads either form.
func (n *need) UnmarshalJSON(text []byte) error {
	if text[0] == '"' {
		return json.Unmarshal(text, &n.Permission)
	}
	type object need
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	return d.Decode((*object)(n))
}

// The words of a stored formula, as engine/catalog/formula.go reads them.
const (
	allWord    = 0xC000
	anyWord    = 0xC400
	whenWord   = 0xC800
	unlessWord = 0xCC00
	byWord     = 0xD000
)

// formula stores needs that hold together. One alone needs no node around it.
func (t *tables) formula(needs []need, by string) []uint16 {
	if len(needs) == 1 {
		return t.node(needs[0], by)
	}
	return t.parts(allWord, needs, by)
}

func (t *tables) parts(word uint16, needs []need, by string) []uint16 {
	out := []uint16{word + uint16(len(needs))}
	for _, n := range needs {
		out = append(out, t.node(n, by)...)
	}
	return out
}

func (t *tables) node(n need, by string) []uint16 {
	switch {
	case n.Permission != "" && by != "":
		return []uint16{byWord, t.text(by), t.permission(n.Permission)}
	case n.Permission != "":
		return []uint16{t.permission(n.Permission)}
	case n.Any != nil:
		return t.parts(anyWord, n.Any, by)
	case n.All != nil:
		return t.parts(allWord, n.All, by)
	case n.When != "":
		return append([]uint16{whenWord + t.circumstance(n.When)}, t.formula(n.Needs, by)...)
	case n.Unless != "":
		return append([]uint16{unlessWord + t.circumstance(n.Unless)}, t.formula(n.Needs, by)...)
	case n.By != "":
		return t.formula(n.Needs, n.By)
	}
	t.complain(fmt.Errorf("a need with nothing in it"))
	return nil
}

// leaves calls f with every permission that the needs name.
func leaves(needs []need, f func(string)) {
	for _, n := range needs {
		if n.Permission != "" {
			f(n.Permission)
		}
		leaves(n.Any, f)
		leaves(n.All, f)
		leaves(n.Needs, f)
	}
}
