//go:build !js

package split

import (
	"errors"
	"strings"
)

const opGlobalSet = 0x24

// Watch gives each function a global of its own, which it sets to 1 when it runs, and tells the number of the first one's.
// The first module exports every global, 17 as "g17", so a page can see which functions have run.
func (p *Program) Watch() (first int, err error) {
	for i, s := range p.sections {
		if s.number == globals {
			in := &reader{rest: s.body}
			own := number(nil, in.number()+len(p.bodies))
			p.sections[i].body = append(append(own, in.rest...), strings.Repeat(noFlag, len(p.bodies))...)
			first, p.globals = p.globals, p.globals+len(p.bodies)
			return first, p.flag(first)
		}
	}
	return 0, errors.New("the program has no globals")
}

// noFlag is a global of 32 bits that may change, 0 at first.
const noFlag = "\x7f\x01\x41\x00\x0b"

// flag lets each function set its global, from this one on.
func (p *Program) flag(first int) error {
	for i, body := range p.bodies {
		start, err := head(body)
		if err != nil {
			return err
		}
		set := number(append(constant(nil, 1), opGlobalSet), first+i)
		p.bodies[i] = append(append(append([]byte(nil), body[:start]...), set...), body[start:]...)
	}
	return nil
}
