//go:build js && wasm

package main

//lint:file-ignore U1000 staticcheck takes what is exported for scripts for unused

import (
	"unsafe"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
)

// The engine for other scripts: for engine.js, and in the page as globalThis.ociPolicy. An archive is a scenario in txtar, or
// bare statements.
//
//	analyze(archive)          {answers: [answer], problems: [problem]} for all checks and texts
//	decide(archive, sentence) the answer to one more sentence
//	link(archive)             {fragment}, what to put behind the '#' of an address
//	open(fragment)            {archive}, the scenario of a link
//	version()                 {version} of the engine
//
// What answers and problems hold stands in answer.go.

var memory engine.Engine // so that an edited text costs its edit

//go:wasmexport version
func version() unsafe.Pointer {
	return tell(func(p *printer) error {
		p.text("version", engine.Version)
		return nil
	})
}

//go:wasmexport analyze
func analyze() unsafe.Pointer {
	return tell(func(p *printer) error {
		s, problems := scenario.ParseText("scenario", string(input))
		a := memory.Analyze(s)
		list(p, "answers", a.Answers, func(p *printer, one *engine.Answer) { p.answer(s.Checks.Slice(one.Line.Span), one) })
		list(p, "problems", append(problems, a.Diagnostics...), (*printer).problem)
		return nil
	})
}

// decide is told how many bytes of the texts are the archive.
//
//go:wasmexport decide
func decide(archive int32) unsafe.Pointer {
	return tell(func(p *printer) error {
		s, _ := scenario.ParseText("scenario", string(input[:archive]))
		sentence := string(input[archive:])
		one := memory.Analyze(s).Ask(sentence)
		p.answer(sentence, &one)
		list(p, "problems", one.Problems, (*printer).problem)
		return nil
	})
}

//go:wasmexport link
func link() unsafe.Pointer {
	return tell(func(p *printer) error {
		s, _ := scenario.ParseText("scenario", string(input))
		fragment, err := scenario.Link(s)
		p.text("fragment", fragment)
		return err
	})
}

//go:wasmexport open
func open() unsafe.Pointer {
	return tell(func(p *printer) error {
		s, err := scenario.Open(string(input))
		if err != nil {
			return err
		}
		p.text("archive", string(scenario.Format(s)))
		return nil
	})
}
