// Command gen turns the catalog's JSON files into the Go tables the engine links.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: gen <folder of JSON files> <file to write>"))
	}
	text, err := generate(os.Args[1])
	if err != nil {
		fail(err)
	}
	if err := os.WriteFile(os.Args[2], text, 0o644); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "gen:", err)
	os.Exit(1)
}

// generate reads a folder of data files and returns the source of the tables.
func generate(folder string) ([]byte, error) {
	files, err := read(folder)
	if err != nil {
		return nil, err
	}
	t := newTables()
	if err := t.fill(files); err != nil {
		return nil, err
	}
	return t.source()
}
