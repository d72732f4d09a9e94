//go:build js && wasm

package main

import (
	"fmt"
	"syscall/js"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// publish makes the engine callable by other scripts as globalThis.ociPolicy:
//
//	analyze(archive)  {answers: [{check, verdict, holds, headline, chain}],
//	                   problems: [{file, start, end, severity, code, summary, detail}]}; places in bytes
//	open(fragment)    {archive}, the scenario of a link
//	version           of the engine
//
// Either answers {error} instead; one that begins with "internal" is our fault, "input" the caller's.
func publish() {
	js.Global().Set("ociPolicy", object{
		"version": engine.Version,
		"analyze": door(analyze),
		"open":    door(open),
	})
}

// object is a JavaScript object.
type object = map[string]any

func failure(words string) object { return object{"error": words} }

// door is a function of one text that answers with an object. A panic is an answer too.
func door(act func(string) object) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) (answer any) {
		defer func() {
			if fault := recover(); fault != nil {
				answer = failure(fmt.Sprint("internal: ", fault))
			}
		}()
		if len(args) != 1 || args[0].Type() != js.TypeString {
			return failure("input: one text is expected")
		}
		return act(args[0].String())
	})
}

func open(fragment string) object {
	s, err := scenario.Open(fragment)
	if err != nil {
		return failure("input: " + err.Error())
	}
	return object{"archive": string(scenario.Format(s))}
}

func analyze(archive string) object {
	s, problems := scenario.Parse("scenario", []byte(archive))
	a := engine.Analyze(s)
	return object{"answers": list(a.Answers, func(one engine.Answer) object { return answer(s.Checks.Slice(one.Line.Span), one) }), "problems": list(append(problems, a.Diagnostics...), problem)}
}

func answer(text string, one engine.Answer) object {
	return object{"check": text, "verdict": one.Decision.Verdict.String(), "holds": one.Holds,
		"headline": one.Story.Headline, "chain": one.Story.Text()}
}

func problem(d source.Diagnostic) object {
	return object{"file": d.Span.File, "start": d.Span.Start, "end": d.Span.End, "severity": d.Severity.String(),
		"code": d.Code, "summary": d.Summary, "detail": d.Detail}
}

func list[T any](all []T, show func(T) object) []any {
	shown := make([]any, len(all))
	for i, one := range all {
		shown[i] = show(one)
	}
	return shown
}
