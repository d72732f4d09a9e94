package main

import (
	"errors"
	"fmt"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/source"
)

func explainCommand(sh shell, args []string) error {
	if len(args) == 0 {
		return errors.New("explain needs a scenario")
	}
	f, err := load(args[0])
	if err != nil {
		return err
	}
	answers := f.analysis.Answers
	if len(args) > 1 {
		answer := f.analysis.Ask(strings.Join(args[1:], " "))
		if answer.Line.Sentence == nil {
			return f.unreadable(sh, strings.Join(args[1:], " "), answer)
		}
		answers = []engine.Answer{answer}
	}
	for i, a := range answers {
		if i > 0 {
			fmt.Fprintln(sh.out)
		}
		fmt.Fprint(sh.out, told(a))
	}
	return nil
}

// told is the story of an answer, and the verdict of the other dialect where it
// is another one.
func told(a engine.Answer) string {
	text := a.Story.Text()
	if d := a.Differs; d != nil {
		text += fmt.Sprintf("\n%s reads this differently: %s. %s\n", d.Dialect.Title(), d.Word, d.Headline)
	}
	return text
}

// unreadable tells what is wrong with a sentence.
func (f *loaded) unreadable(sh shell, sentence string, a engine.Answer) error {
	file := source.NewFile("request", sentence)
	for _, d := range a.Problems {
		source.Render(sh.err, file, d)
	}
	return errFailed
}
