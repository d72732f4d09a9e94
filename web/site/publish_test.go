//go:build !js

package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

func TestPublishingLeavesExactlyWhatWasBuilt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	for _, files := range [][]file{{{"a.txt", []byte("old")}, {"b.txt", []byte("b")}}, {{"a.txt", []byte("new")}}} {
		if err := publish(files, dir); err != nil {
			t.Fatal(err)
		}
	}
	if got := names(t, dir); got != "a.txt a.txt.br a.txt.gz" {
		t.Errorf("the folder holds %s", got)
	}
	small, err := os.Open(filepath.Join(dir, "a.txt.br"))
	if err != nil {
		t.Fatal(err)
	}
	defer small.Close()
	if text, err := io.ReadAll(brotli.NewReader(small)); err != nil || string(text) != "new" {
		t.Errorf("the compressed form holds %q (%v)", text, err)
	}
}

func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

func TestANameChangesWithItsContent(t *testing.T) {
	p := part{name: "a.js"}
	one, two := p.published([]byte("1")), p.published([]byte("2"))
	if one == two || len(one) != len("a.0123456789.js") {
		t.Errorf("named %s and %s", one, two)
	}
	p.linked = true
	if got := p.published(nil); got != "a.js" {
		t.Errorf("a linked part is named %s", got)
	}
}
