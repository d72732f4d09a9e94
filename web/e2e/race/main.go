//go:build !js

// Command race measures the built site in headless Chromium, the engine beside @cedar-policy/cedar-wasm on the same machine in
// the same page, and prints the part of engine/bench/README.md that is about browsers:
//
//	make bench-browser
package main

import (
	"bytes"
	"compress/gzip"
	"context"
	_ "embed"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/chromedp/cdproto/page"
	cdp "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"oci-policy-playground/web/e2e"
	"oci-policy-playground/web/site/static"
)

const cedar = "web/e2e/node_modules/@cedar-policy/cedar-wasm/web"

var (
	//go:embed race.js
	race string
	//go:embed stopwatch.js
	stopwatch string

	edited = []int{10, 100, 500, 1_000, 10_000}
	typed  = []int{10, 500, 2_000, 10_000}
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "race:", err)
		os.Exit(1)
	}
}

func run() error {
	return e2e.Visit(static.Handler("dist"), func(browser context.Context, site string) error {
		fmt.Printf("# In the browser\n\n`make bench-browser`, %s, %s, headless Chromium, %d CPUs. Medians of one run.\n\n", time.Now().UTC().Format(time.DateOnly), runtime.Version(), runtime.NumCPU())
		for _, part := range []func(context.Context, string) error{beside, cold, loads, keystrokes} {
			if err := part(browser, site); err != nil {
				return err
			}
		}
		return nil
	})
}

// milestones are milliseconds, and bytes of memory at the end.
type milestones struct{ Instantiate, First, Memory float64 }

type result struct {
	Ours, Cedar milestones
	Rows        []struct {
		N                     int
		Ours, Cedar, Prepared float64
	}
}

// beside prints the engine beside Cedar's.
func beside(browser context.Context, site string) error {
	origin, stop, err := e2e.Serve(host(site))
	if err != nil {
		return err
	}
	defer stop()
	tab, close, err := e2e.Tab(browser)
	if err != nil {
		return err
	}
	defer close()
	var r result
	err = chromedp.Run(tab, chromedp.Navigate(origin), chromedp.Poll(`"race" in globalThis`, nil),
		chromedp.Evaluate(fmt.Sprintf("race([%s])", strings.Trim(strings.Join(strings.Fields(fmt.Sprint(edited)), ","), "[]")), &r, awaited))
	if err != nil {
		return err
	}
	fmt.Print("Edit one statement of n and get the decision: `decide` of engine.js, with its whole proof, and Cedar's verdict, by `isAuthorized` as its\n" +
		"playground calls it and by `preparsePolicySet` with `statefulIsAuthorized`. Every call takes the whole text. All three ran five thousand times before.\n\n" +
		"| n | engine.js | isAuthorized | preparsed | isAuthorized / ours | preparsed / ours |\n|--:|--:|--:|--:|--:|--:|\n")
	for _, row := range r.Rows {
		fmt.Printf("| %d | %.2f ms | %.2f ms | %.2f ms | %.1f× | %.1f× |\n", row.N, row.Ours, row.Cedar, row.Prepared, row.Cedar/row.Ours, row.Prepared/row.Ours)
	}
	fmt.Print("\n| | engine.js | cedar-wasm |\n|---|--:|--:|\n")
	fmt.Printf("| fetch, compile, start | %.0f ms | %.0f ms |\n| first decision, 10 statements | %.1f ms | %.1f ms |\n", r.Ours.Instantiate, r.Cedar.Instantiate, r.Ours.First, r.Cedar.First)
	fmt.Printf("| memory at the end | %.0f MB | %.0f MB |\n", r.Ours.Memory/1e6, r.Cedar.Memory/1e6)
	return sizes()
}

func awaited(e *cdp.EvaluateParams) *cdp.EvaluateParams { return e.WithAwaitPromise(true) }

// host serves the page of the race, with Cedar beside it.
func host(site string) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/cedar/", http.StripPrefix("/cedar/", http.FileServer(http.Dir(cedar))))
	mux.HandleFunc("/race.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		fmt.Fprint(w, strings.ReplaceAll(race, "SITE", site))
	})
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin") // for a clock of microseconds
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		fmt.Fprint(w, `<!doctype html><title>Race</title><script type="module" src="race.js"></script>`)
	})
	return mux
}

// sizes prints what the programs weigh.
func sizes() error {
	ours, err := filepath.Glob("dist/*.wasm")
	if err != nil || len(ours) == 0 {
		return fmt.Errorf("the site is not built: %w", err)
	}
	us, err := weigh(ours...)
	if err != nil {
		return err
	}
	them, err := weigh(filepath.Join(cedar, "cedar_wasm_bg.wasm"))
	if err != nil {
		return err
	}
	for i, form := range []string{"as it is", "gzip", "brotli"} {
		fmt.Printf("| program, %s | %.2f MB | %.2f MB |\n", form, float64(us[i])/1e6, float64(them[i])/1e6)
	}
	fmt.Print("\nOurs has the page and the whole catalog in it.\n\n")
	return nil
}

// weigh is the bytes of files as they are, with gzip and with brotli.
func weigh(files ...string) (all [3]int, err error) {
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			return all, err
		}
		var zipped, pressed bytes.Buffer
		z, _ := gzip.NewWriterLevel(&zipped, gzip.BestCompression)
		z.Write(content)
		z.Close()
		b := brotli.NewWriterLevel(&pressed, brotli.BestCompression)
		b.Write(content)
		b.Close()
		all[0], all[1], all[2] = all[0]+len(content), all[1]+zipped.Len(), all[2]+pressed.Len()
	}
	return all, nil
}

// cold prints how long the reading of a statement takes that was never seen before, compiled as it is in the program.
func cold(context.Context, string) error {
	flags, err := exec.Command("go", "run", "./web/site", "flags").Output()
	if err != nil {
		return err
	}
	native, err := reading(exec.Command("go", "test"))
	if err != nil {
		return err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	wasm := exec.Command("go", append([]string{"test", "-exec", filepath.Join(strings.TrimSpace(string(root)), "lib/wasm/go_js_wasm_exec")}, strings.Fields(string(flags))...)...)
	wasm.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOGC=500") // as wasm/main.go sets it
	inNode, err := reading(wasm)
	if err != nil {
		return err
	}
	fmt.Printf("A statement read for the first time, without its decision: %.0f µs in WebAssembly, under Node; %.0f µs natively.\n\n", inNode, native)
	return nil
}

// reading is the microseconds that a go command measures, as it says them.
func reading(cmd *exec.Cmd) (float64, error) {
	cmd.Args = append(cmd.Args, "-run", "^$", "-bench", "Cold", "-count", "5", "./engine/syntax")
	said, err := cmd.Output()
	if err != nil {
		return 0, err
	}
	var took []float64
	for _, found := range microseconds.FindAllSubmatch(said, -1) {
		one, err := strconv.ParseFloat(string(found[1]), 64)
		if err != nil {
			return 0, err
		}
		took = append(took, one)
	}
	if len(took) == 0 {
		return 0, fmt.Errorf("no benchmark in %q", said)
	}
	return quantile(took, 50), nil
}

var microseconds = regexp.MustCompile(`([\d.]+) µs/statement`)

// loads prints how long a first visit waits.
func loads(browser context.Context, site string) error {
	var took []float64
	for range 9 {
		first, err := load(browser, site)
		if err != nil {
			return err
		}
		took = append(took, first)
	}
	fmt.Printf("From the start of the navigation to the first verdict, nothing cached: %.0f ms.\n\n", quantile(took, 50))
	return nil
}

func load(browser context.Context, site string) (first float64, err error) {
	tab, close, err := e2e.Tab(browser)
	if err != nil {
		return 0, err
	}
	defer close()
	const watch = `(() => { const look = () => document.querySelector("#verdict .word") ? window.first = performance.now() : requestAnimationFrame(look); look(); })()`
	err = chromedp.Run(tab, chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(watch).Do(ctx)
		return err
	}), chromedp.Navigate(site+"/"), chromedp.Poll("window.first", &first))
	return first, err
}

// keystrokes prints how long a key in the first of n statements takes to a new verdict.
func keystrokes(browser context.Context, site string) error {
	fmt.Print("A key pressed in the first of n statements, until the verdict that cites it stands in the document, and until the frame with it is\non the screen:\n\n" +
		"| n | document, p50 | p95 | screen, p50 | p95 |\n|--:|--:|--:|--:|--:|\n")
	for _, n := range typed {
		document, screen, err := typing(browser, site, n)
		if err != nil {
			return fmt.Errorf("%d statements: %w", n, err)
		}
		fmt.Printf("| %d | %.0f ms | %.0f ms | %.0f ms | %.0f ms |\n", n, quantile(document, 50), quantile(document, 95), quantile(screen, 50), quantile(screen, 95))
	}
	return nil
}

const warm, keys, apart = 12, 80, 150 * time.Millisecond // as a quick typist does

func typing(browser context.Context, site string, n int) (document, screen []float64, err error) {
	tab, close, err := e2e.Tab(browser)
	if err != nil {
		return nil, nil, err
	}
	defer close()
	more := `(() => { const view = document.querySelector("#policy-0 .cm-content").cmTile.root.view;
		view.dispatch({changes: {from: view.state.doc.length, insert: Array.from({length: ` + fmt.Sprint(n-1) + `}, (_, i) => "Allow group Others to use instances in compartment C where request.user.name = 'u" + i + "'\n").join("")}});
		view.focus(); view.dispatch({selection: {anchor: view.state.doc.line(2).to - 1}}); })()`
	steps := []chromedp.Action{chromedp.EmulateViewport(1400, 900), chromedp.Navigate(site + "/#src=" + url.PathEscape(one)), chromedp.Poll(e2e.Mounted, nil),
		chromedp.Evaluate(more, nil), chromedp.Sleep(2 * time.Second), chromedp.Evaluate(stopwatch, nil)}
	for i := range warm + keys {
		if i == warm {
			steps = append(steps, chromedp.Evaluate("void (inDocument.length = onScreen.length = 0)", nil))
		}
		key := 'x'
		if i%8 == 7 {
			key = '\b'
		}
		steps = append(steps, press(key), chromedp.Sleep(apart))
	}
	steps = append(steps, chromedp.Sleep(time.Second), chromedp.Evaluate("inDocument", &document), chromedp.Evaluate("onScreen", &screen))
	if err := chromedp.Run(tab, steps...); err != nil {
		return nil, nil, err
	}
	if len(document) < keys*9/10 || len(screen) < keys*9/10 {
		return nil, nil, fmt.Errorf("only %d of %d keys changed the verdict", len(screen), keys)
	}
	return document, screen, nil
}

// press is a key as a keyboard sends it: its character comes in the same message. chromedp's own comes in a second one, and the
// browser can begin a frame between them, so that what the character changes is drawn a frame later than it would be.
func press(key rune) chromedp.Action {
	events := kb.Encode(key)
	down, up := events[0], events[len(events)-1]
	if len(events) == 3 {
		down.Text = events[1].Text
	}
	return chromedp.Tasks{down, up}
}

// one is a scenario of one statement, whose value the verdict cites.
const one = `A crowd
-- tenancy.json --
{"compartments": [{"name": "C"}], "groups": [{"name": "Readers"}, {"name": "Others"}], "users": [{"name": "u", "groups": ["Readers"]}]}
-- policies/p.policy --
Allow group Readers to read objects in tenancy
  where target.bucket.name = 'x'
-- checks --
u may not GetObject in tenancy with target.bucket.name = 'logs'
`

func quantile(values []float64, percent int) float64 {
	slices.Sort(values)
	return values[min(len(values)-1, len(values)*percent/100)]
}
