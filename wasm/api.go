//go:build js && wasm

package main

import (
	"encoding/json"
	"fmt"
	"syscall/js"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// publish makes the engine callable by other scripts as globalThis.ociPolicy:
//
//	analyze(archive)  what there is to say about a scenario, as JSON
//	open(fragment)    the archive behind a link, as JSON {"archive"} or {"error"}
//	version           of the engine
func publish() {
	js.Global().Set("ociPolicy", map[string]any{
		"version": engine.Version,
		"analyze": door(func(archive string) any { return analyze(archive) }),
		"open":    door(func(fragment string) any { return open(fragment) }),
	})
}

// failure is what a caller gets where there is no result.
type failure struct {
	Error string `json:"error"`
}

// door is a function of one text that answers in JSON. A panic is an answer too.
func door(act func(string) any) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) (answer any) {
		defer func() {
			if fault := recover(); fault != nil {
				answer = encoded(failure{fmt.Sprint("internal: ", fault)})
			}
		}()
		if len(args) != 1 || args[0].Type() != js.TypeString {
			return encoded(failure{"input: one text is expected"})
		}
		return encoded(act(args[0].String()))
	})
}

func encoded(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic("what is answered always has a JSON form: " + err.Error())
	}
	return string(data)
}

func open(fragment string) any {
	s, err := scenario.Open(fragment)
	if err != nil {
		return failure{err.Error()}
	}
	return struct {
		Archive string `json:"archive"`
	}{string(scenario.Format(s))}
}

type problem struct {
	File     string `json:"file"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Summary  string `json:"summary"`
	Detail   string `json:"detail"`
}

type answer struct {
	Check    string `json:"check"`
	Verdict  string `json:"verdict"`
	Holds    bool   `json:"holds"`
	Headline string `json:"headline"`
	Chain    string `json:"chain"`
}

type result struct {
	Answers  []answer  `json:"answers"`
	Problems []problem `json:"problems"`
}

func analyze(archive string) any {
	s, problems := scenario.Parse("scenario", []byte(archive))
	a := engine.Analyze(s)
	r := result{Answers: []answer{}, Problems: []problem{}}
	for _, d := range append(problems, a.Diagnostics...) {
		r.Problems = append(r.Problems, problemOf(d))
	}
	for _, one := range a.Answers {
		r.Answers = append(r.Answers, answer{s.Checks.Slice(one.Line.Span), one.Decision.Verdict.String(), one.Holds, one.Story.Headline, one.Story.Text()})
	}
	return r
}

func problemOf(d source.Diagnostic) problem {
	return problem{d.Span.File, d.Span.Start, d.Span.End, d.Severity.String(), d.Code, d.Summary, d.Detail}
}
