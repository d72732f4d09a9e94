package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/internal/suggest"
)

// catalogCommand prints what the catalog has: an overview, a page about one
// name, or all of it.
func catalogCommand(sh shell, args []string) error {
	args, asJSON := flagged(args, "--json")
	c := catalog.Default()
	switch {
	case len(args) > 1:
		return errors.New("catalog takes one name")
	case len(args) == 0 && asJSON:
		return encode(sh, everything(c))
	case len(args) == 0:
		overview(sh, c)
		return nil
	}
	entries := c.Entries(args[0])
	if len(entries) == 0 {
		return unknownName(sh, c, args[0])
	}
	if asJSON {
		return encode(sh, about(c, entries))
	}
	p := &page{out: sh.out, c: c}
	for i, e := range entries {
		if i > 0 {
			p.line("")
		}
		p.write(e, args[0])
	}
	return nil
}

func encode(sh shell, what any) error {
	enc := json.NewEncoder(sh.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(what)
}

// overview lists the services with how much of each there is.
func overview(sh shell, c *catalog.Catalog) {
	types, calls := map[string]int{}, map[string]int{}
	for r := range c.Resources() {
		types[r.Service]++
	}
	for o := range c.Operations() {
		calls[o.Service]++
	}
	t := tabwriter.NewWriter(sh.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "SERVICE\tTYPES AND FAMILIES\tCALLS\tAS OF\tTITLE")
	for s := range c.Services() {
		fmt.Fprintf(t, "%s\t%d\t%d\t%s\t%s\n", s.Key, types[s.Key], calls[s.Key], s.Date, s.Name)
	}
	t.Flush()
	fmt.Fprintln(sh.out, "\nociplay catalog NAME tells about a service, type, family, permission, operation or variable.")
}

// unknownName says that nothing is called so, and what comes near.
func unknownName(sh shell, c *catalog.Catalog, name string) error {
	fmt.Fprintf(sh.err, "the catalog has nothing called %q\n", name)
	if near, ok := suggest.Closest(name, names(c)); ok {
		fmt.Fprintf(sh.err, "Did you mean %s?\n", near)
	}
	var found []string
	for _, e := range c.Search(name, 8) {
		found = append(found, e.Key())
	}
	if len(found) > 0 {
		fmt.Fprintf(sh.err, "It stands in %s.\n", strings.Join(found, ", "))
	}
	return errFailed
}

// names yields the name of everything.
func names(c *catalog.Catalog) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, e := range c.All() {
			if !yield(e.Name) {
				return
			}
		}
	}
}
