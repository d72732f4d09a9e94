// Command bench measures one decision beside cedar-go and OPA, in one run on one machine, and prints the table that
// README.md holds:
//
//	make bench
//
// All four judge the same grants and the same request, which the last of them allows: a group may update the bucket of
// one name in one compartment. Decide gives the verdict with its whole proof, every statement and every comparison; the
// others give the verdict alone. Cedar's policies and OPA's query are parsed and prepared before the clock starts, as our
// statements are read and bound.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

var sizes = []int{10, 100, 1_000, 10_000, 100_000}

// mostOPA is where OPA's compiler takes minutes.
const mostOPA = 10_000

func main() {
	fmt.Printf("# A decision beside others\n\n`make bench`, %s, %s, %s/%s, %d CPUs (%s).\n\n", time.Now().UTC().Format(time.DateOnly), runtime.Version(),
		runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), cpu())
	fmt.Print("One request that the last of n statements allows, warm, per decision. *Decide* gives the verdict with its proof; *Allowed* the\n" +
		"verdict out of an index; Cedar's `Authorize` and a prepared query of OPA the verdict. OPA finds the one rule by its own index of\n" +
		"equal values, which a policy of OCI cannot promise: its groups, families and compartments contain each other.\n\n" +
		"| n | Decide (traced) | Allowed | allocations | cedar-go | OPA | cedar-go / Decide | cedar-go / Allowed |\n|--:|--:|--:|--:|--:|--:|--:|--:|\n")
	for _, n := range sizes {
		fmt.Println(row(n))
	}
	fmt.Println()
}

func row(n int) string {
	traced, bare, cedar := measure(decide(n)), measure(allowed(n)), measure(authorize(n))
	opa := "–"
	if n <= mostOPA {
		opa = duration(float64(measure(evaluate(n)).NsPerOp()))
	}
	ratio := func(r testing.BenchmarkResult) string {
		return fmt.Sprintf("%.1f×", float64(cedar.NsPerOp())/float64(max(1, r.NsPerOp())))
	}
	return fmt.Sprintf("| %d | %s | %s | %d | %s | %s | %s | %s |", n, duration(float64(traced.NsPerOp())), duration(float64(bare.NsPerOp())), bare.AllocsPerOp(),
		duration(float64(cedar.NsPerOp())), opa, ratio(traced), ratio(bare))
}

func measure(run func(b *testing.B)) testing.BenchmarkResult {
	runtime.GC()
	return testing.Benchmark(run)
}

func duration(ns float64) string {
	switch {
	case ns < 10_000:
		return fmt.Sprintf("%.2f µs", ns/1e3)
	case ns < 1e6:
		return fmt.Sprintf("%.0f µs", ns/1e3)
	}
	return fmt.Sprintf("%.1f ms", ns/1e6)
}

// cpu is the processor's name, where the system tells it.
func cpu() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(text)) {
		if name, ok := strings.CutPrefix(line, "model name"); ok {
			return strings.TrimSpace(strings.TrimLeft(name, "\t: "))
		}
	}
	return "unknown processor"
}
