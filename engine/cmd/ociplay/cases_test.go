package main

import (
	"path/filepath"
	"testing"
)

func TestTheCasesCheck(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/cases/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases (%v)", err)
	}
	if out, errs, status := call(t, "", append([]string{"check"}, paths...)...); status != 0 {
		t.Errorf("status %d:\n%s%s", status, out, errs)
	}
}
