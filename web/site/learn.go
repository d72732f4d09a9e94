//go:build !js

package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"oci-policy-playground/web/site/split"
)

// watchedProgram is where a program that is to be watched goes, and laterFile where what was learned from it does.
const (
	watchedProgram = slimFolder + "/watched.wasm"
	laterFile      = "web/site/later.txt"
)

// watch makes the program anew, so that each function notes that it runs. It is in one piece, but for the inquiry whether the
// rest is here: where no rest comes, the answer "no" is seen too.
func watch() error {
	p, _, err := watched()
	if err != nil {
		return err
	}
	missing, err := p.index(standIn)
	if err != nil {
		return err
	}
	asked, err := p.index(inquiry)
	if err != nil {
		return err
	}
	moves := make([]bool, len(p.functions))
	moves[asked] = true
	first, _, err := p.Cut(split.Parts{Moves: moves, Missing: missing, FirstData: p.Data(), RestData: segments(nil, nil)})
	if err != nil {
		return err
	}
	return os.WriteFile(watchedProgram, first, 0o644)
}

// watched is the program whose functions note that they run, in globals from the first one on.
func watched() (p *program, first int, err error) {
	module, err := link("./wasm")
	if err != nil {
		return nil, 0, err
	}
	if p, err = read(module); err != nil {
		return nil, 0, err
	}
	first, err = p.Watch()
	return p, first, err
}

// learn writes the list of what comes later, from the names of the globals that were set in a program while it was watched.
func learn(names io.Reader) error {
	p, first, err := watched()
	if err != nil {
		return err
	}
	ran, err := noted(names, first, len(p.functions))
	if err != nil {
		return err
	}
	return os.WriteFile(laterFile, []byte(strings.Join(idle(p.functions, ran), "\n")+"\n"), 0o644)
}

// noted tells which functions ran.
func noted(names io.Reader, first, functions int) ([]bool, error) {
	text, err := io.ReadAll(names)
	if err != nil {
		return nil, err
	}
	ran := make([]bool, functions)
	for _, name := range strings.Fields(string(text)) {
		global, err := strconv.Atoi(strings.TrimPrefix(name, "g"))
		if err != nil || global >= first+functions {
			return nil, fmt.Errorf("%s is no global of the program", name)
		}
		if global >= first { // those before are the program's own
			ran[global-first] = true
		}
	}
	if !slices.Contains(ran, true) {
		return nil, fmt.Errorf("no function ran")
	}
	return ran, nil
}

// idle names the functions that did not run, in as few words as can be.
func idle(functions []function, ran []bool) []string {
	busy := map[string]bool{}
	for i, f := range functions {
		for _, way := range f.ways() {
			busy[way] = busy[way] || ran[i]
		}
	}
	var all []string
	for _, f := range functions {
		ways := f.ways()
		if at := slices.IndexFunc(ways, func(way string) bool { return !busy[way] }); at >= 0 {
			all = append(all, ways[at])
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
