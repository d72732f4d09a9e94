//go:build !js

package main

import (
	"bytes"
	"debug/gosym"
	"errors"

	"oci-policy-playground/web/site/split"
)

// function is what the linker's table says of one.
type function struct {
	name string
	file string // as it was compiled, so without the folders of this machine
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
		all = append(all, function{f.Name, file})
	}
	return all, nil
}
