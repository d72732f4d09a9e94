//go:build !js

package main

import (
	"bytes"
	"debug/gosym"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"oci-policy-playground/web/site/split"
)

// program is a linked program, and what its memory says of its functions.
type program struct {
	*split.Program
	memory    []byte
	functions []function // in the linker's order
}

// function is what the linker's table says of one: its name, and the file it was compiled from. Both are without what
// depends on this machine, on the version of a library, or on the program's other functions.
type function struct{ name, file string }

// Functions of the program that its build knows by name: one stands in for what is missing, the other is asked whether the
// rest is there.
const (
	standIn = "web/browser.absent"
	inquiry = "web/browser.isHere"
)

// read takes a linked program apart.
func read(module []byte) (*program, error) {
	parsed, err := split.Parse(module)
	if err != nil {
		return nil, err
	}
	memory, err := flatten(parsed.Data())
	if err != nil {
		return nil, err
	}
	functions, err := functionsOf(memory)
	if err != nil {
		return nil, err
	}
	return &program{parsed, memory, functions}, nil
}

// index is the number of a function.
func (p *program) index(name string) (int, error) {
	i := slices.IndexFunc(p.functions, func(f function) bool { return f.name == name })
	if i < 0 {
		return 0, fmt.Errorf("the program has no function %s", name)
	}
	return i, nil
}

// functionsOf are the functions of a program in the linker's order, read from its memory.
func functionsOf(memory []byte) ([]function, error) {
	start := bytes.Index(memory, []byte(tableMagic))
	if start < 0 {
		return nil, errors.New("the program has no table of functions")
	}
	lines := gosym.NewLineTable(memory[start:], 0)
	table, err := gosym.NewTable(nil, lines)
	if err != nil {
		return nil, err
	}
	all := make([]function, 0, len(table.Funcs))
	for _, f := range table.Funcs {
		if f.Entry != uint64(split.First+len(all)) {
			return nil, errors.New("the table of functions leaves some out")
		}
		file, _, _ := table.PCToLine(f.Entry)
		all = append(all, function{lasting(f.Name), lasting(file)})
	}
	return all, nil
}

const ours = "oci-policy-playground/"

// passing is what changes in a name while the function stays: the version of a library, the types that a generic function is
// made for, and the number of a closure, which counts from the begin of the function around it.
var passing = regexp.MustCompile(`@v[^/]*|\[go\.shape.*\]|(\.func|\.gowrap|\.deferwrap|-range)\d+(?:\.\d+)*`)

// lasting is a name or a path as it is in the next build too.
func lasting(name string) string {
	return passing.ReplaceAllString(strings.TrimPrefix(name, ours), "$1")
}
