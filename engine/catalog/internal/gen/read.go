package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// files is the whole data folder.
type files struct {
	services      []service
	circumstances []circumstance
	regions       regions
	principals    principals
}

func read(folder string) (*files, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		return nil, err
	}
	f := &files{}
	for _, path := range paths {
		if err := f.add(path); err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
	}
	return f, nil
}

func (f *files) add(path string) error {
	switch filepath.Base(path) {
	case "circumstances.json":
		return decode(path, &f.circumstances)
	case "principals.json":
		return decode(path, &f.principals)
	case "regions.json":
		return decode(path, &f.regions)
	}
	f.services = append(f.services, service{})
	return decode(path, &f.services[len(f.services)-1])
}

// decode refuses fields it does not know, so that a typing mistake in a data
// file is not read as an absent fact.
func decode(path string, into any) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	return d.Decode(into)
}
