package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// format prints or writes back policies, and the policies of scenarios, in
// canonical form.
func format(sh shell, args []string) error {
	args, write := flagged(args, "-w")
	if len(args) == 0 {
		return errors.New("fmt needs a file")
	}
	for _, path := range args {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		text := formatted(path, data)
		if !write {
			fmt.Fprint(sh.out, text)
		} else if text != string(data) {
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

func formatted(path string, data []byte) string {
	if !strings.HasSuffix(path, ".txtar") {
		return canonical(path, string(data))
	}
	s, _ := scenario.Parse(path, data)
	for i, p := range s.Policies {
		s.Policies[i].File = source.NewFile(p.File.Name, canonical(p.File.Name, p.File.Text))
	}
	return string(scenario.Format(s))
}

func canonical(name, text string) string {
	doc, _ := syntax.Parse(source.NewFile(name, text))
	return syntax.Format(doc)
}
