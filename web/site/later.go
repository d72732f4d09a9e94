//go:build !js

package main

import (
	"fmt"
	"regexp"
	"strings"
)

// comesLater is what a first verdict and the typing that follows do without, by the start of the file's name: packages
// and files of ours, of libraries and of Go.
var comesLater = []string{
	"engine/assist/",
	"engine/imports/",
	"engine/lint/",
	"engine/redact/",
	"engine/coverage.go",
	"engine/catalog/grant.go", "engine/catalog/holder.go", "engine/catalog/principal.go", "engine/catalog/scope.go",
	"engine/catalog/search.go", "engine/catalog/unlock.go",
	"engine/explain/markdown.go", "engine/explain/text.go",
	"engine/scenario/edit.go", "engine/scenario/layout.go",
	"engine/syntax/format.go", "engine/syntax/layout.go", "engine/syntax/escapes.go",
	"web/store/import.go", "web/store/redact.go", "web/store/rename.go",
	"web/store/tenancy_change.go", "web/store/tenancy_draft.go", "web/store/tenancy_effect.go",
	"web/store/tenancy_form.go", "web/store/tenancy_update.go", "web/store/view_page.go",
	"web/ui/import_js.go", "web/ui/snippet_js.go", "web/ui/tenancy_form_js.go", "web/ui/tenancy_keys_js.go",
	"web/browser/clipboard_js.go", "web/browser/download_js.go", "web/browser/here_js.go",
	"wasm/answer.go", "wasm/printer.go",

	"github.com/alecthomas/participle/v2@v2.1.4/ebnf.go",
	"bufio/", "fmt/errors.go", "internal/bisect/", "internal/fmtsort/", "net/netip/",
	"internal/strconv/atofeisel.go", "internal/strconv/ctoa.go", "internal/strconv/decimal.go", "internal/strconv/ftoa",
	"reflect/abi.go", "reflect/map.go",
	"runtime/hexdump.go", "runtime/mcheckmark.go", "runtime/metrics.go", "runtime/profbuf.go", "runtime/trace",
}

// staysFirst is what stays of that: what a panic asks for, and what asks whether tracing is on.
var staysFirst = []string{"runtime/traceback.go", "runtime/traceruntime.go"}

// atStart finds the functions that make a package's variables when the program starts.
var atStart = regexp.MustCompile(`\.init(\.\d+)?$`)

// later tells which functions come later, by their files.
func later(functions []function, movable []bool) ([]bool, error) {
	if len(functions) != len(movable) {
		return nil, fmt.Errorf("the table of functions has %d, the module %d", len(functions), len(movable))
	}
	moves := make([]bool, len(functions))
	used := map[string]bool{}
	for i, f := range functions {
		file := strings.TrimPrefix(f.file, "oci-policy-playground/")
		if begin := starting(file, comesLater); begin != "" && starting(file, staysFirst) == "" && !atStart.MatchString(f.name) {
			used[begin] = true
			moves[i] = movable[i]
		}
	}
	for _, begin := range comesLater {
		if !used[begin] {
			return nil, fmt.Errorf("no function is in %s, which comes later", begin)
		}
	}
	return moves, nil
}

// starting is the first of these that a name starts with.
func starting(name string, begins []string) string {
	for _, begin := range begins {
		if strings.HasPrefix(name, begin) {
			return begin
		}
	}
	return ""
}
