package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"oci-policy-playground/engine/source"
)

// lintJSON is what lint --json prints for each scenario, one object a line.
type lintJSON struct {
	File        string           `json:"file"`
	Diagnostics []diagnosticJSON `json:"diagnostics"`
}

func lintCommand(sh shell, args []string) error {
	args, asJSON := flagged(args, "--json")
	if len(args) == 0 {
		return errors.New("lint needs a scenario")
	}
	failed := false
	for _, path := range args {
		f, err := load(path)
		if err != nil {
			return err
		}
		if asJSON {
			f.adviseJSON(sh)
		} else {
			f.adviseText(sh)
		}
		failed = failed || f.warns()
	}
	if failed {
		return errFailed
	}
	return nil
}

// warns tells whether anything is worse than a remark.
func (f *loaded) warns() bool {
	for _, d := range f.problems {
		if d.Severity < source.Info {
			return true
		}
	}
	return false
}

func (f *loaded) adviseText(sh shell) {
	for _, d := range f.problems {
		source.Render(sh.out, f.file(d.Span.File), d)
	}
	fmt.Fprintf(sh.out, "%s: %d to look at\n", f.path, len(f.problems))
}

func (f *loaded) adviseJSON(sh shell) {
	out := lintJSON{File: f.path, Diagnostics: []diagnosticJSON{}}
	for _, d := range f.problems {
		out.Diagnostics = append(out.Diagnostics, f.diagnosticJSON(d))
	}
	enc := json.NewEncoder(sh.out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		panic(err)
	}
}
