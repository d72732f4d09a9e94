//go:build !js

package main

import (
	"os/exec"
	"testing"
)

func TestTheParserReadsAsChangedWhatItReadsAsPublished(t *testing.T) {
	t.Chdir("../..")
	modfile, err := slim()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "test", "-count=1", "-modfile="+modfile, "-run", "TestStatements|TestMistakes|TestRules|TestChecks", "./engine/syntax", "./engine/scenario")
	if printed, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, printed)
	}
}
