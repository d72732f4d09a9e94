//go:build !js

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"oci-policy-playground/web/site/split"
)

// memoryOf writes the memory of a program to a file as it is before the program runs: as the first part makes it, or with
// the second part behind.
const memoryOf = `
const fs = require("fs");
const [, , to, ...parts] = process.argv;
const host = new Proxy({}, { get: () => new Proxy({}, { get: () => () => 0 }) });
const made = (file, imports) => new WebAssembly.Instance(new WebAssembly.Module(fs.readFileSync(file)), imports).exports;
const first = made(parts[0], host);
made(parts[1], { first });
fs.writeFileSync(to, new Uint8Array(first.mem.buffer));
`

// linked is a small program as Go's linker leaves it.
func linked(t *testing.T) []byte {
	t.Helper()
	file, binary := filepath.Join(t.TempDir(), "main.go"), filepath.Join(t.TempDir(), "main.wasm")
	if err := os.WriteFile(file, []byte("package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(1.5) }\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", binary, file)
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if _, err := output(build); err != nil {
		t.Fatal(err)
	}
	module, err := os.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	return module
}

// taken is that program taken apart.
func taken(t *testing.T) *program {
	t.Helper()
	p, err := read(linked(t))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestBothPartsTogetherMakeTheWholeMemory(t *testing.T) {
	p := taken(t)
	want := bytes.Clone(p.memory)
	missing, err := p.index("main.main")
	if err != nil {
		t.Fatal(err)
	}
	moves := make([]bool, len(p.functions))
	for i, movable := range p.Movable() {
		moves[i] = movable && strings.HasPrefix(p.functions[i].name, "fmt.")
	}
	first, rest, err := parted(p.Program, moves, missing, want)
	if err != nil {
		t.Fatal(err)
	}
	if 10*len(first) > 9*len(linked(t)) {
		t.Errorf("the first part has %d bytes", len(first))
	}
	if got := started(t, first, rest); !bytes.Equal(got[:len(want)], want) {
		t.Error("the two parts make another memory than the linker")
	}
}

// started is the memory of a program in two parts before it runs.
func started(t *testing.T, first, rest []byte) []byte {
	t.Helper()
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for name, content := range map[string][]byte{"first.wasm": first, "rest.wasm": rest, "memory.cjs": []byte(memoryOf)} {
		if err := os.WriteFile(at(name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := output(exec.Command("node", at("memory.cjs"), at("memory"), at("first.wasm"), at("rest.wasm"))); err != nil {
		t.Fatal(err)
	}
	memory, err := os.ReadFile(at("memory"))
	if err != nil {
		t.Fatal(err)
	}
	return memory
}

func TestAnotherLayoutIsNotComputed(t *testing.T) {
	p, err := split.Parse(linked(t))
	if err != nil {
		t.Fatal(err)
	}
	memory, err := flatten(p.Data())
	if err != nil {
		t.Fatal(err)
	}
	table, err := findTable(memory)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{table.functions, table.dataEnd + bucketSize*bucketsPerFunction, table.dataEnd + 4} {
		other := bytes.Clone(memory)
		other[at]++
		if _, err := table.computable(other); err == nil {
			t.Errorf("a change at %d was computed away", at)
		}
	}
}
