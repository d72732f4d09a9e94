//go:build js && wasm

package main

import "strconv"

// printer writes an object as JSON.
type printer struct{ json []byte }

// list writes objects one after the other.
func list[T any](p *printer, name string, all []T, fill func(*printer, *T)) {
	p.name(name)
	p.json = append(p.json, '[')
	for i := range all {
		p.comma()
		p.json = append(p.json, '{')
		fill(p, &all[i])
		p.json = append(p.json, '}')
	}
	p.json = append(p.json, ']')
}

func (p *printer) texts(name string, all []string) {
	p.name(name)
	p.json = append(p.json, '[')
	for _, text := range all {
		p.comma()
		p.quote(text)
	}
	p.json = append(p.json, ']')
}

func (p *printer) text(name, value string) {
	p.name(name)
	p.quote(value)
}

func (p *printer) number(name string, value int) {
	p.name(name)
	p.json = strconv.AppendInt(p.json, int64(value), 10)
}

func (p *printer) truth(name string, value bool) {
	p.name(name)
	p.json = strconv.AppendBool(p.json, value)
}

func (p *printer) name(name string) {
	p.comma()
	p.json = append(append(append(p.json, '"'), name...), '"', ':')
}

// comma parts from what stands before, if that is no bracket.
func (p *printer) comma() {
	if last := p.json[len(p.json)-1]; last != '{' && last != '[' {
		p.json = append(p.json, ',')
	}
}

func (p *printer) quote(text string) {
	p.json = append(p.json, '"')
	from := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' || c == '"' || c == '\\' {
			p.json = append(append(p.json, text[from:i]...), '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			from = i + 1
		}
	}
	p.json = append(append(p.json, text[from:]...), '"')
}

const hex = "0123456789abcdef"
