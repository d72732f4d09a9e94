package scenario

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// value is a JSON value and its place in its text.
type value struct {
	kind       byte // the first byte of its grammar: n t f " { [ and 0 for every number
	start, end int
	text       string // of a text, without quotes and escapes
	members    []member
	entries    []*value
}

type member struct{ name, value *value }

// parser reads JSON as people write it, with comments and a comma before the end
// of a list. The standard library gives no places and takes much room in a
// browser.
type parser struct {
	text    string
	at      int
	lenient bool   // a comment or a comma too many was read
	wrong   string // why it stopped where it is, "" while all is well
}

// parseJSON reads a text as one value, which is nil when the text is none; the
// parser then says what is wrong.
func parseJSON(text string) (*value, *parser) {
	p := &parser{text: text}
	v := p.value()
	if v != nil && p.at < len(text) {
		p.stray("after top-level value")
		return nil, p
	}
	return v, p
}

// fail stops at a place.
func (p *parser) fail(at int, why string) bool {
	p.at, p.wrong = at, why
	return false
}

// ended stops at the end of a text that should go on.
func (p *parser) ended(where string) bool { return p.fail(p.at, "parsing "+where+": unexpected EOF") }

// stray stops at a character that cannot be where it is.
func (p *parser) stray(where string) bool {
	r, width := utf8.DecodeRuneInString(p.text[p.at:])
	what := strconv.QuoteRune(r)
	switch {
	case r == utf8.RuneError && width == 1:
		what = fmt.Sprintf(`'\x%02x'`, p.text[p.at])
	case strconv.IsPrint(r):
	case r <= 0xFFFF:
		what = fmt.Sprintf(`'\u%04x'`, r)
	default:
		what = fmt.Sprintf(`'\U%08x'`, r)
	}
	return p.fail(p.at, "invalid character "+what+" "+where)
}

// next tells whether the text goes on with a character.
func (p *parser) next(c byte) bool { return p.at < len(p.text) && p.text[p.at] == c }

// value reads a value and what is blank around it.
func (p *parser) value() *value {
	if !p.blank() {
		return nil
	}
	v := &value{start: p.at}
	if !p.bare(v) {
		return nil
	}
	v.end = p.at
	if !p.blank() {
		return nil
	}
	return v
}

func (p *parser) bare(v *value) bool {
	if p.at == len(p.text) {
		return p.ended("value")
	}
	switch p.text[p.at] {
	case '{':
		return p.items(v, '{', '}', "object", p.member)
	case '[':
		return p.items(v, '[', ']', "array", p.entry)
	case '"':
		return p.string(v)
	}
	return p.word(v)
}

// items reads what stands between two brackets, separated by commas.
func (p *parser) items(v *value, opened, closed byte, what string, item func(*value) bool) bool {
	v.kind = opened
	p.at++
	for first := true; ; first = false {
		if !p.blank() {
			return false
		}
		if p.next(closed) {
			p.lenient = p.lenient || !first
			p.at++
			return true
		}
		if !item(v) {
			return false
		}
		switch {
		case p.at == len(p.text):
			return p.ended(what + " after value")
		case p.next(','):
			p.at++
		case p.next(closed):
			p.at++
			return true
		default:
			return p.stray("after " + what + " value (expecting ',' or '" + string(closed) + "')")
		}
	}
}

func (p *parser) entry(list *value) bool {
	v := p.value()
	list.entries = append(list.entries, v)
	return v != nil
}

func (p *parser) member(object *value) bool {
	name := p.value()
	switch {
	case name == nil:
		return false
	case name.kind != '"':
		p.at = name.start
		return p.stray("at start of object name")
	case p.at == len(p.text):
		return p.ended("object after name")
	case !p.next(':'):
		return p.stray("after object name")
	}
	p.at++
	v := p.value()
	object.members = append(object.members, member{name, v})
	return v != nil
}

func (p *parser) string(v *value) bool {
	width, closed := stringWidth(p.text[p.at:])
	if !closed {
		p.at = len(p.text)
		return p.ended("string")
	}
	literal, valid := p.text[p.at:p.at+width], false
	if v.text, valid = decodeString(literal); !valid {
		return p.fail(p.at, "invalid literal: "+literal)
	}
	v.kind = '"'
	p.at += width
	return true
}

// word reads null, true, false or a number.
func (p *parser) word(v *value) bool {
	rest := p.text[p.at:]
	word := rest[:len(rest)-len(strings.TrimLeft(rest, wordBytes))]
	switch {
	case word == "":
		return p.stray("at start of value")
	case word == "null" || word == "true" || word == "false":
		v.kind = word[0]
	case isJSONNumber(word):
		v.kind = '0'
	default:
		return p.fail(p.at, "invalid literal: "+word)
	}
	p.at += len(word)
	return true
}

const wordBytes = "-+.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// blank skips blanks and comments.
func (p *parser) blank() bool {
	for p.at < len(p.text) {
		switch p.text[p.at] {
		case ' ', '\t', '\r', '\n':
			p.at++
		case '/':
			if !p.comment() {
				return p.wrong == ""
			}
		default:
			return true
		}
	}
	return true
}

// comment skips a comment where there is one.
func (p *parser) comment() bool {
	width, closed := commentWidth(p.text[p.at:])
	text := p.text[p.at : p.at+width]
	separator := -1
	if strings.HasPrefix(text, "//") {
		separator = strings.IndexAny(text, "\u2028\u2029")
	}
	switch {
	case width == 0:
		return false
	case closed && !utf8.ValidString(text):
		return p.fail(p.at, "invalid UTF-8 in comment")
	case separator >= 0:
		p.at += separator
		return p.stray("in line comment")
	case !closed:
		return p.ended("comment")
	}
	p.at += width
	p.lenient = true
	return true
}
