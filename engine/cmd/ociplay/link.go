package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"oci-policy-playground/engine/scenario"
)

// link prints the part of an address behind the '#' and the '#'.
func link(sh shell, args []string) error {
	if len(args) != 1 {
		return errors.New("link needs one scenario")
	}
	data, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	s, _ := scenario.Parse(args[0], data)
	fragment, err := scenario.Link(s)
	if err != nil {
		return err
	}
	fmt.Fprintln(sh.out, "#"+fragment)
	return nil
}

// open prints the scenario of a link; the address before the '#' may be left
// out.
func open(sh shell, args []string) error {
	if len(args) != 1 {
		return errors.New("open needs one link")
	}
	fragment := args[0]
	if i := strings.IndexByte(fragment, '#'); i >= 0 {
		fragment = fragment[i+1:]
	}
	s, err := scenario.Open(fragment)
	if err != nil {
		fmt.Fprintln(sh.err, "ociplay:", err)
		return errFailed
	}
	_, err = sh.out.Write(scenario.Format(s))
	return err
}
