package imports

import (
	"fmt"
	"strconv"
	"strings"

	"oci-policy-playground/engine/source"
)

// block is a resource oci_identity_policy.
type block struct {
	label, name string
	compartment string // an OCID or the name of what is referred to
	statements  []string
	at          source.Span
	problems    source.Diagnostics
}

// terraform finds the policies of a Terraform text.
func terraform(f *source.File) []block {
	p := &blocks{file: f, all: lexemes(f.Text)}
	var found []block
	for p.at = 0; p.at < len(p.all); p.at++ {
		if p.is(0, word, "resource") && p.is(1, quoted, "oci_identity_policy") && p.kind(2) == quoted && p.is(3, sign, "{") {
			found = append(found, p.block())
		}
	}
	return found
}

// blocks reads lexemes one after the other.
type blocks struct {
	file *source.File
	all  []lexeme
	at   int
	now  block
}

func (p *blocks) kind(k int) lexemeKind {
	if p.at+k < len(p.all) {
		return p.all[p.at+k].kind
	}
	return sign
}

func (p *blocks) is(k int, kind lexemeKind, text string) bool {
	return p.at+k < len(p.all) && p.all[p.at+k].kind == kind && p.all[p.at+k].text == text
}

// block reads a resource and stops at its closing brace.
func (p *blocks) block() block {
	head := p.all[p.at+2]
	p.now = block{label: head.text, name: head.text, at: p.file.Span(head.start, head.end)}
	depth := 1
	for p.at += 4; p.at < len(p.all) && depth > 0; p.at++ {
		switch {
		case p.is(0, sign, "{"):
			depth++
		case p.is(0, sign, "}"):
			depth--
		case depth == 1 && p.kind(0) == word && p.is(1, sign, "="):
			p.attribute()
		}
	}
	p.at--
	return p.now
}

// attribute reads `name = expression` and stops at the end of its line.
func (p *blocks) attribute() {
	name := p.all[p.at].text
	p.at += 2
	value := p.expression()
	switch {
	case len(value) == 0:
	case name == "name" && value[0].kind == quoted:
		p.now.name = p.text(value[0])
	case name == "name":
		p.now.name = reference(p.file.Text[value[0].start:value[len(value)-1].end])
		p.say(source.Info, value, "the policy's name is not written out", fmt.Sprintf("It is called `%s` here.", p.now.name))
	case name == "compartment_id" && value[0].kind == quoted:
		p.now.compartment = p.text(value[0])
	case name == "compartment_id":
		p.now.compartment = reference(p.file.Text[value[0].start:value[len(value)-1].end])
	case name == "statements":
		p.list(value)
	}
}

// expression is the lexemes up to the end of the line, or over several lines in
// brackets.
func (p *blocks) expression() []lexeme {
	from, depth := p.at, 0
	for ; p.at < len(p.all); p.at++ {
		l := p.all[p.at]
		if l.kind != sign {
			continue
		}
		switch l.text {
		case "[", "(", "{":
			depth++
		case "]", ")", "}":
			depth--
		}
		if depth < 0 || depth == 0 && l.text == "\n" {
			break
		}
	}
	value := p.all[from:p.at]
	p.at-- // the loop around goes on behind it
	return value
}

// list takes the statements of a list. What is there besides texts is said.
func (p *blocks) list(value []lexeme) {
	var other []lexeme
	for _, l := range value {
		switch {
		case l.kind == quoted || l.kind == here:
			if text := strings.TrimSpace(p.text(l)); text != "" {
				p.now.statements = append(p.now.statements, text)
			}
		case l.kind == word || strings.Trim(l.text, "[],\n") != "":
			other = append(other, l)
		}
	}
	if len(other) > 0 {
		p.say(source.Warning, other[:1], "the list of statements is computed", "Only the texts in it are taken. Write out what the rest would give.")
	}
}

func (p *blocks) say(severity source.Severity, at []lexeme, summary, detail string) {
	p.report(source.Diagnostic{Severity: severity, Code: "computed", Summary: summary, Detail: detail,
		Span: p.file.Span(at[0].start, at[len(at)-1].end)})
}

// mostProblems is how many things are said of one policy.
const mostProblems = 100

func (p *blocks) report(d source.Diagnostic) {
	if len(p.now.problems) < mostProblems {
		p.now.problems = append(p.now.problems, d)
	}
}

// text is a string or heredoc with its escapes undone and a name for each
// interpolation.
//
// https://developer.hashicorp.com/terraform/language/expressions/strings
func (p *blocks) text(l lexeme) string {
	var out strings.Builder
	for rest := l.text; rest != ""; {
		switch {
		case opensExpression(rest):
			width := expression(rest[2:])
			inside := rest[2 : 2+width]
			out.WriteString(p.interpolated(l, rest[0], inside))
			rest = rest[min(len(rest), width+3):]
		case strings.HasPrefix(rest, "$${") || strings.HasPrefix(rest, "%%{"):
			out.WriteString(rest[1:3])
			rest = rest[3:]
		case l.kind == quoted && rest[0] == '\\':
			text, width := unescaped(rest)
			out.WriteString(text)
			rest = rest[width:]
		default:
			out.WriteByte(rest[0])
			rest = rest[1:]
		}
	}
	return out.String()
}

func (p *blocks) interpolated(l lexeme, mark byte, inside string) string {
	if mark == '%' {
		p.say(source.Warning, []lexeme{l}, "a directive `%{…}` is left out", "What it would write is not known here. Write it out.")
		return ""
	}
	name := reference(inside)
	p.report(source.Diagnostic{Severity: source.Info, Code: "placeholder", Span: p.file.Span(l.start, l.end),
		Summary: fmt.Sprintf("`%s` stands for `${%s}`", name, strings.TrimSpace(inside)), Detail: "What Terraform would write there is not known here. Rename it if it has another name."})
	return name
}

// reference is the name that an expression refers to: `prod` of
// oci_identity_compartment.prod.id, `group` of var.group.
func reference(expression string) string {
	path := strings.Trim(expression, "~ \t\r\n")
	if path == "" || strings.Trim(path, wordBytes+"[]\"") != "" {
		return "placeholder"
	}
	parts := strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune(".[]\"", r) })
	for len(parts) > 1 && plainStep(parts[len(parts)-1]) {
		parts = parts[:len(parts)-1]
	}
	if len(parts) == 0 {
		return "placeholder"
	}
	return parts[len(parts)-1]
}

// plainStep tells the last steps of a reference that name nothing.
func plainStep(step string) bool {
	_, err := strconv.Atoi(step)
	return err == nil || step == "id" || step == "name" || step == "value" || step == "key"
}

// unescaped is what an escape stands for, and its width.
func unescaped(text string) (string, int) {
	for width, mark := range map[int]string{6: `\u`, 10: `\U`} {
		if strings.HasPrefix(text, mark) && len(text) >= width {
			if code, err := strconv.ParseUint(text[2:width], 16, 32); err == nil {
				return string(rune(code)), width
			}
		}
	}
	if len(text) < 2 {
		return text, len(text)
	}
	switch text[1] {
	case 'n':
		return "\n", 2
	case 'r':
		return "\r", 2
	case 't':
		return "\t", 2
	}
	return text[1:2], 2
}
