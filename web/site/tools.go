//go:build !js

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// link builds a Go program for the browser as Go's linker leaves it.
func link(pkg string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "site")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	binary := filepath.Join(dir, "program.wasm")
	flags, err := asShipped()
	if err != nil {
		return nil, err
	}
	args := append([]string{"build", "-trimpath", "-ldflags=-s -w", "-o", binary}, flags...)
	cmd := exec.Command("go", append(args, pkg)...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if _, err := output(cmd); err != nil {
		return nil, err
	}
	return os.ReadFile(binary)
}

// asShipped are flags by which the go command compiles a package as it is in the program.
func asShipped() ([]string, error) {
	modfile, err := slim()
	return append([]string{"-modfile=" + modfile}, inlining()...), err
}

func printFlags() error {
	flags, err := asShipped()
	fmt.Println(strings.Join(flags, " "))
	return err
}

// hot is the packages whose small functions are worth copying to where they are called: what every keystroke spends its
// time in. Everywhere else a call is cheaper than the bytes.
var hot = []string{"runtime", "internal/runtime/...", "internal/abi", "internal/bytealg", "reflect",
	"internal/reflectlite", "unicode/utf8", "internal/byteorder", "internal/stringslite", "strings", "github.com/alecthomas/participle/v2/..."}

// inlining is the compiler's flags that turn inlining off but for the hot packages.
func inlining() []string {
	flags := []string{"-gcflags=all=-l"}
	for _, pkg := range hot {
		flags = append(flags, "-gcflags="+pkg+"=")
	}
	return flags
}

// bundle makes one minified script of a module and all it imports.
func bundle(entry string) ([]byte, error) { return script(entry, "--format=iife") }

// importable does the same for pages of others, which import it: so it leaves their global object alone.
func importable(entry string) ([]byte, error) {
	return script(entry, "--format=esm", "--define:globalThis=scope", "--inject:web/embed/scope.js")
}

// script bundles. "wasm_exec" is the glue of the Go that compiles the program: the two have to match, so it is never a file
// of ours.
func script(entry string, form ...string) ([]byte, error) {
	root, err := output(exec.Command("go", "env", "GOROOT"))
	if err != nil {
		return nil, err
	}
	glue := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	args := append([]string{"tool", "esbuild", entry, "--bundle", "--minify", "--target=es2022", "--legal-comments=none",
		"--log-level=warning", "--alias:wasm_exec=" + glue}, form...)
	return output(exec.Command("go", args...))
}

// styles joins the sheets of the shell, the editor and the page, in this order, so that the page has the last word.
func styles(page string) ([]byte, error) {
	return sheet("web/boot/shell.css", "web/editor/editor.css", page)
}

// sheet joins style sheets.
func sheet(files ...string) ([]byte, error) {
	var all bytes.Buffer
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		all.Write(text)
	}
	cmd := exec.Command("go", "tool", "esbuild", "--loader=css", "--minify", "--log-level=warning")
	cmd.Stdin = &all
	return output(cmd)
}

// output runs a tool and gives what it printed, or fails with its own words.
func output(cmd *exec.Cmd) ([]byte, error) {
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	printed, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, stderr.Bytes())
	}
	os.Stderr.Write(stderr.Bytes())
	return printed, nil
}
