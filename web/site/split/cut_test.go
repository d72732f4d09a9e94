//go:build !js

package split

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// source is a program whose functions call each other across the cut in every way: directly, as a value, as a method, from
// a goroutine, with a panic that is recovered on the other side, and as the only caller of another.
const source = `package main

import (
	"fmt"
	"strings"
)

type shape interface{ area() int }

type square int

//go:noinline
func (s square) area() int { return later(int(s)) * int(s) }

//go:noinline
func later(n int) int { return only(n) }

//go:noinline
func only(n int) int { return n }

//go:noinline
func laterPanics(words string) string { panic(strings.ToUpper(words)) }

//go:noinline
func absent() { panic("it cannot be had") }

//go:noinline
func guarded(act func()) (said any) {
	defer func() { said = recover() }()
	act()
	return nil
}

func main() {
	sum := make(chan int)
	for i := range 3 {
		go func() { sum <- shape(square(i)).area() }()
	}
	fmt.Println(<-sum+<-sum+<-sum, guarded(func() { laterPanics("loud") }), guarded(func() { later(1) }))
	if len(fmt.Sprint()) > 0 {
		absent()
	}
}
`

// glue runs a program in two parts as a page does, the second only if there is one.
const glue = `
const fs = require("fs");
require(process.argv[2]);
const go = new Go();
let first;
const brought = () => {
  if (!process.argv[4]) return 0;
  new WebAssembly.Instance(new WebAssembly.Module(fs.readFileSync(process.argv[4])), { first });
  console.log("brought");
  return 1;
};
const program = new WebAssembly.Module(fs.readFileSync(process.argv[3]));
const instance = new WebAssembly.Instance(program, { ...go.importObject, rest: { bring: brought } });
first = instance.exports;
go.exit = process.exit;
go.run(instance);
`

// linked is the program, the glue of its Go, and where its functions are by their names.
func linked(t *testing.T, dir string) (module []byte, glueOfGo string) {
	t.Helper()
	main, binary := filepath.Join(dir, "main.go"), filepath.Join(dir, "main.wasm")
	if err := os.WriteFile(main, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	run(t, []string{"GOOS=js", "GOARCH=wasm"}, "go", "build", "-o", binary, main)
	module, err := os.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	return module, filepath.Join(strings.TrimSpace(run(t, nil, "go", "env", "GOROOT")), "lib", "wasm", "wasm_exec.js")
}

func run(t *testing.T, env []string, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), env...)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", name, err, out, complaint.Bytes())
	}
	return string(out)
}

// names reads the functions of a program from its section of names; Go numbers them behind its imports.
func names(t *testing.T, p *Program, module []byte) []string {
	t.Helper()
	at := bytes.LastIndex(module, []byte("\x04name"))
	if at < 0 {
		t.Fatal("the program has no names")
	}
	in := &reader{rest: module[at+5:]}
	for in.byte() != 1 { // the module's own name comes first
		in.bytes(in.number())
	}
	in.number()
	all := make([]string, len(p.bodies))
	for range in.number() {
		if index := in.number() - len(p.imports); index >= 0 {
			all[index] = in.name()
		} else {
			in.name()
		}
	}
	if in.err != nil {
		t.Fatal(in.err)
	}
	return all
}

func TestAProgramInTwoPartsRunsAsOne(t *testing.T) {
	dir := t.TempDir()
	module, glueOfGo := linked(t, dir)
	p, err := Parse(module)
	if err != nil {
		t.Fatal(err)
	}
	parts := Parts{Moves: make([]bool, len(p.bodies)), FirstData: p.Data(), RestData: []byte{0}}
	movable := p.Movable()
	for i, name := range names(t, p, module) {
		parts.Moves[i] = movable[i] && (strings.HasPrefix(name, "main.later") || strings.HasPrefix(name, "strings."))
		if name == "main.absent" {
			parts.Missing = i
		}
	}
	p.Follow(parts.Moves, nil)
	for i, name := range names(t, p, module) {
		if name == "main.only" && !parts.Moves[i] {
			t.Error("main.only is called by a function that moves and by no other, and stays")
		}
		if name == "main.guarded" && parts.Moves[i] {
			t.Error("main.guarded moves")
		}
	}
	first, rest, err := p.Cut(parts)
	if err != nil {
		t.Fatal(err)
	}
	if len(first)+len(rest) > len(module)+len(module)/10 || len(first) >= len(module) {
		t.Errorf("%d bytes are cut into %d and %d", len(module), len(first), len(rest))
	}
	files := map[string][]byte{"first.wasm": first, "rest.wasm": rest, "glue.cjs": []byte(glue)}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	at := func(name string) string { return filepath.Join(dir, name) }
	if got := run(t, nil, "node", at("glue.cjs"), glueOfGo, at("first.wasm"), at("rest.wasm")); got != "brought\n5 LOUD <nil>\n" {
		t.Errorf("both parts print %q", got)
	}
	if out, err := exec.Command("node", at("glue.cjs"), glueOfGo, at("first.wasm")).CombinedOutput(); err == nil || !strings.Contains(string(out), "it cannot be had") {
		t.Errorf("without the rest it prints %q (%v)", out, err)
	}
}

func TestWhatIsNoProgramOfGoIsRefused(t *testing.T) {
	for _, broken := range []string{"", "<html>", header + "\x01\x7f", header + "\x0a\x01\x00", header + "\x01\x02\x01\x50", header + "\x03\x02\x01\x00"} {
		if _, err := Parse([]byte(broken)); err == nil {
			t.Errorf("%q was parsed", broken)
		}
	}
}

func TestAnUnknownInstructionIsRefused(t *testing.T) {
	for _, body := range []string{"\x00\xfe\x0b", "\x00\xfc\x08\x0b", "\x00\x41\x80", "\x01"} {
		if err := walk([]byte(body), func(instruction) {}); err == nil {
			t.Errorf("%q was walked", body)
		}
	}
}
