//go:build js && wasm

package main

import (
	"fmt"
	"syscall/js"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/web/browser"
	say "oci-policy-playground/web/words"
)

// hand gives the engine to a script that wants nothing else: engine.js.
func hand(host js.Value) { host.Call("engine", api()) }

// api is the engine for other scripts; in the page it is globalThis.ociPolicy. An archive is a scenario in txtar, or bare
// statements.
//
//	analyze(archive)          {answers: [answer], problems: [problem]} for all checks and texts
//	decide(archive, sentence) the answer to one more sentence
//	link(archive)             {fragment}, what to put behind the '#' of an address
//	open(fragment)            {archive}, the scenario of a link
//	version                   of the engine
//
// What answers and problems hold stands in answer.go. Each may answer {error} instead; one that begins with "internal" is
// our fault, "input" the caller's.
func api() object {
	memory := new(engine.Engine) // so that an edited text costs its edit
	return object{
		"version": engine.Version,
		"analyze": door(1, func(in []string) any { return analyze(memory, in[0]) }),
		"decide":  door(2, func(in []string) any { return decide(memory, in[0], in[1]) }),
		"link":    door(1, func(in []string) any { return link(in[0]) }),
		"open":    door(1, func(in []string) any { return open(in[0]) }),
	}
}

// object is a JavaScript object.
type object = map[string]any

func failure(words string) object { return object{"error": words} }

// door is a function of some texts that answers with an object. A panic is an answer too.
func door(texts int, act func([]string) any) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) (answer any) {
		defer func() {
			if fault := recover(); fault != nil {
				answer = failure(fmt.Sprint("internal: ", fault))
				browser.Panicked(fault)
			}
		}()
		in := make([]string, texts)
		for i := range in {
			if i >= len(args) || args[i].Type() != js.TypeString {
				return failure("input: " + say.TextsExpected(texts))
			}
			in[i] = args[i].String()
		}
		return act(in)
	})
}

func analyze(memory *engine.Engine, archive string) js.Value {
	s, problems := scenario.ParseText("scenario", archive)
	a := memory.Analyze(s)
	return printed(func(p *printer) {
		list(p, "answers", a.Answers, func(p *printer, one *engine.Answer) { p.answer(s.Checks.Slice(one.Line.Span), one) })
		list(p, "problems", append(problems, a.Diagnostics...), (*printer).problem)
	})
}

func decide(memory *engine.Engine, archive, sentence string) js.Value {
	s, _ := scenario.ParseText("scenario", archive)
	one := memory.Analyze(s).Ask(sentence)
	return printed(func(p *printer) {
		p.answer(sentence, &one)
		list(p, "problems", one.Problems, (*printer).problem)
	})
}

func link(archive string) object {
	s, _ := scenario.ParseText("scenario", archive)
	fragment, err := scenario.Link(s)
	if err != nil {
		return failure("input: " + err.Error())
	}
	return object{"fragment": fragment}
}

func open(fragment string) object {
	s, err := scenario.Open(fragment)
	if err != nil {
		return failure("input: " + err.Error())
	}
	return object{"archive": string(scenario.Format(s))}
}
