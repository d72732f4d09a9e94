package main

import (
	"bytes"
	"fmt"
	"go/format"
	"strings"
)

// source writes the tables as Go that needs no work when the program starts:
// constant strings and arrays of numbers.
func (t *tables) source() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("// Code generated from data/*.json by internal/gen. DO NOT EDIT.\n\npackage catalog\n\n")
	writeNames(&b, "permissionNames", t.permissions.names)
	writeNames(&b, "resourceNames", t.resources.names)
	writeNames(&b, "operationNames", t.callNames())
	writeNames(&b, "variableNames", t.variables.names)
	writeNames(&b, "textLines", t.textList)
	fmt.Fprintf(&b, "const textCount = %d\n\n", len(t.textList))
	for _, name := range []string{
		"serviceTable", "permissionTable", "unverbedTable", "seedTable",
		"resourceTable", "grantStream", "memberStream", "circumstanceTable",
		"operationTable", "formulaStream", "variableTable", "variableStream",
		"aliasTable", "regionTable", "principalTypeTable", "servicePrincipalTable",
	} {
		writeWords(&b, name, t.out[name])
	}
	return format.Source(b.Bytes())
}

func (t *tables) callNames() []string {
	var names []string
	for _, c := range t.calls {
		names = append(names, c.Name)
	}
	return names
}

// writeNames writes one name a line, so that a diff of the tables can be read.
func writeNames(b *bytes.Buffer, name string, names []string) {
	fmt.Fprintf(b, "const %s = `%s`\n\n", name, strings.Join(names, "\n"))
}

func writeWords(b *bytes.Buffer, name string, list []uint16) {
	fmt.Fprintf(b, "var %s = [...]uint16{", name)
	for i, w := range list {
		if i%24 == 0 {
			b.WriteString("\n\t")
		}
		fmt.Fprintf(b, "%d, ", w)
	}
	b.WriteString("\n}\n\n")
}
