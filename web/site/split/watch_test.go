//go:build !js

package split

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// notes prints the globals that are set when a program has ended.
const notes = `
process.on("exit", () => {
  const set = Object.entries(first).filter(([name, global]) => name.startsWith("g") && global.value === 1);
  console.log(set.map(([name]) => name).join(" "));
});
`

func TestAWatchedProgramTellsWhatRan(t *testing.T) {
	dir := t.TempDir()
	module, glueOfGo := linked(t, dir)
	p, err := Parse(module)
	if err != nil {
		t.Fatal(err)
	}
	all := names(t, p, module)
	flags, err := p.Watch()
	if err != nil {
		t.Fatal(err)
	}
	first, _, err := p.Cut(Parts{Moves: make([]bool, len(all)), FirstData: p.Data()})
	if err != nil {
		t.Fatal(err)
	}
	program, script := filepath.Join(dir, "watched.wasm"), filepath.Join(dir, "glue.cjs")
	for file, content := range map[string]string{program: string(first), script: notes + glue} {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	said := strings.Fields(run(t, nil, "node", script, glueOfGo, program))
	ran := map[string]bool{}
	for _, word := range said {
		ran[word] = true
	}
	for i, name := range all {
		switch name {
		case "main.main", "main.later", "main.only", "main.square.area", "main.laterPanics", "strings.ToUpper":
			if !ran[fmt.Sprint("g", flags+i)] {
				t.Errorf("%s has run, and does not say so", name)
			}
		case "main.absent", "strings.ToLower":
			if ran[fmt.Sprint("g", flags+i)] {
				t.Errorf("%s has not run, and says so", name)
			}
		}
	}
}
