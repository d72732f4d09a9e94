package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"oci-policy-playground/engine/imports"
	"oci-policy-playground/engine/redact"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// importCommand lays files over each other, one after the other, and prints the
// scenario that they make; what was taken and what not goes to the error output.
func importCommand(sh shell, args []string) error {
	files, to, err := output(args)
	if err != nil || len(files) == 0 {
		return errors.Join(errors.New("import needs files, and a name behind -o"), err)
	}
	var s *scenario.Scenario
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		p := imports.Read(path, data, s)
		tellImport(sh, p, source.NewFile(path, string(data)))
		if p.Scenario == nil {
			return errFailed
		}
		s = p.Scenario
	}
	if to != "" {
		return os.WriteFile(to, scenario.Format(s), 0o644)
	}
	_, err = sh.out.Write(scenario.Format(s))
	return err
}

// output takes `-o FILE` out of the arguments, wherever it stands.
func output(args []string) (files []string, to string, err error) {
	for i := 0; i < len(args); i++ {
		switch {
		case args[i] != "-o":
			files = append(files, args[i])
		case i+1 == len(args):
			return nil, "", errors.New("nothing stands behind -o")
		default:
			i++
			to = args[i]
		}
	}
	return files, to, nil
}

func tellImport(sh shell, p *imports.Proposal, f *source.File) {
	for _, t := range p.Taken {
		fmt.Fprintf(sh.err, "%s: takes %s (%d): %s\n", f.Name, t.What, len(t.Names), strings.Join(t.Names, ", "))
	}
	for _, d := range p.Problems {
		source.Render(sh.err, f, d)
	}
}

// exportCommand prints the policies of a scenario in the form of another tool.
func exportCommand(sh shell, args []string) error {
	forms := map[string]func(*scenario.Scenario) string{"--cli": imports.CommandLine, "--terraform": imports.Terraform}
	if len(args) != 2 || forms[args[0]] == nil {
		return errors.New("export needs --cli or --terraform and a scenario")
	}
	data, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	s, _ := scenario.Parse(args[1], data)
	fmt.Fprint(sh.out, forms[args[0]](s))
	return nil
}

// redactCommand prints a scenario without its names. What stands for what goes to
// the error output; a verdict that is another one then fails.
func redactCommand(sh shell, args []string) error {
	args, values := flagged(args, "--values")
	args, prose := flagged(args, "--keep-prose")
	if len(args) != 1 {
		return errors.New("redact needs one scenario")
	}
	data, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	s, _ := scenario.Parse(args[0], data)
	r := redact.Redact(s, redact.Options{Values: values, Prose: prose})
	if _, err := sh.out.Write(scenario.Format(r.Scenario)); err != nil {
		return err
	}
	return tellRedaction(sh, r)
}

func tellRedaction(sh shell, r *redact.Redaction) error {
	for _, p := range r.Pairs {
		fmt.Fprintf(sh.err, "%s %s: %s\n", p.Kind, p.Old, p.New)
	}
	for _, d := range r.Dropped {
		fmt.Fprintf(sh.err, "left out, since nobody can read it: %s\n", d)
	}
	for _, c := range r.Changed {
		fmt.Fprintf(sh.err, "was %v, is %v: %s\n", c.Was, c.Is, c.After)
	}
	fmt.Fprintf(sh.err, "%d of %d verdicts are the same\n", r.Verdicts-len(r.Changed), r.Verdicts)
	if len(r.Changed) > 0 {
		return errFailed
	}
	return nil
}
