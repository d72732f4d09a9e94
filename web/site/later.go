//go:build !js

package main

import (
	_ "embed"
	"path"
	"slices"
	"strings"
)

// laterList names what a first verdict and the typing that follows do without, as make later found it by watching: a folder by
// its path and "/", a file by its path, a function by its name. What is new comes first, and what is gone is passed over: so
// an old list costs bytes, and is wrong only about a function of which more is asked than before, which then brings the rest
// early. (With a list of what comes first, a function by another name would do that.)
//
//go:embed later.txt
var laterList string

// later tells which functions come later by a list.
func later(list string, functions []function, movable []bool) []bool {
	listed := map[string]bool{}
	for line := range strings.Lines(list) {
		listed[strings.TrimSpace(line)] = true
	}
	moves := make([]bool, len(functions))
	for i, f := range functions {
		moves[i] = movable[i] && slices.ContainsFunc(f.ways(), func(way string) bool { return listed[way] })
	}
	return moves
}

// ways are the ways to name a function in the list, the widest first. One that the compiler made is in no file.
func (f function) ways() []string {
	switch inFile := strings.Contains(f.file, "/"); {
	case f.begins(traces):
		return []string{f.file, f.name}
	case slices.Contains(never, f.name):
		return []string{f.name}
	case f.begins(untold):
		return nil
	case f.begins(whole):
		return []string{f.file}
	case !inFile:
		return []string{f.name}
	}
	return []string{path.Dir(f.file) + "/", f.file, f.name}
}

var (
	// untold is what runs as time, memory, failures and equal values will have it, so that no tour shows all of it. It comes
	// later only if all who call it do.
	untold = []string{"runtime.", "runtime/", "internal/runtime/", "sync/", "internal/sync/", "unique/", "type:."}

	// traces is what of that serves those who trace, measure or test the runtime, which nobody does.
	traces = []string{"runtime/hexdump.go", "runtime/histogram.go", "runtime/mcheckmark.go", "runtime/metrics.go", "runtime/mprof.go",
		"runtime/profbuf.go", "runtime/synctest.go", "runtime/trace.go", "runtime/tracea", "runtime/tracebuf.go", "runtime/tracec",
		"runtime/tracee", "runtime/tracem", "runtime/tracer", "runtime/traces", "runtime/tracet"} // not traceback.go

	// never is the largest of it that runs only for who debugs the runtime, for C, arenas and signals, when the memory is broken, when
	// a program is of several modules or has a second thread, and when a fault is told with its stack.
	never = []string{"runtime.schedtrace", "runtime.printScavTrace", "runtime.dumpScanStats", "runtime.reparsedebugvars",
		"runtime.printAncestorTraceback", "runtime.printAncestorTracebackFuncInfo", "runtime.tracebackHexdump",
		"runtime.findGoroutineLeaks", "runtime.findMaybeRunnableGoroutines", "runtime.printCgoTraceback", "runtime.printOneCgoTraceback",
		"runtime.oneNewExtraM", "runtime.(*mspan).setUserArenaChunkToFault", "runtime.scanConservative", "runtime.badPointer",
		"runtime.gcDumpObject", "runtime.(*mspan).reportZombies", "runtime.typesEqual", "runtime.printanycustomtype",
		"runtime.fmtNSAsMS", "runtime.parseByteCount", "runtime.dumpgstatus", "runtime.startm", "runtime.newm", "runtime.allocm",
		"runtime.mexit", "runtime.handoffp", "runtime.stoplockedm", "runtime.preemptPark", "runtime.exitsyscallTryGetP",
		"runtime.exitsyscallNoP", "runtime.syscallingThread.releaseP", "runtime.(*p).destroy",
		"runtime.traceback1", "runtime.traceback2", "runtime.goroutineheader", "runtime.printArgs", "runtime.printFuncName",
		"runtime.printcreatedby1", "runtime.showfuncinfo"}

	// whole are files that come later as a whole or not at all: in a library of methods, the data say which is taken. Long
	// lists are sorted otherwise than short ones.
	whole = []string{"bytes/", "cmp/", "compress/flate/", "internal/bytealg/", "internal/strconv/", "maps/", "math/", "slices/", "sort/",
		"strconv/", "strings/", "unicode/"}
)

// begins tells whether the function's file, or where it has none its name, begins with one of these.
func (f function) begins(with []string) bool {
	place := f.file
	if !strings.Contains(place, "/") {
		place = f.name
	}
	return slices.ContainsFunc(with, func(begin string) bool { return strings.HasPrefix(place, begin) })
}
