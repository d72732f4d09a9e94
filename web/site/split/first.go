//go:build !js

package split

// first is the program without the bodies that moved. Its functions have indices that are one more than before: an
// imported function comes before them.
func (c *cut) first() ([]byte, error) {
	var all []section
	for _, s := range c.sections {
		switch s.number {
		case types:
			s.body = c.allTypes()
		case imports:
			bring := number(append(named(named(nil, "rest"), "bring"), 0), c.bringType())
			s.body = vector(append(c.imports[:len(c.imports):len(c.imports)], bring)...)
		case functions:
			s.body = c.firstKinds()
		case exports:
			s.body = c.firstExports(s.body)
		case elements:
			if c.Start != nil {
				all = append(all, section{start, number(nil, c.door()+1)})
			}
			s.body = c.firstElements()
		case code:
			bodies, err := c.firstBodies()
			if err != nil {
				return nil, err
			}
			s.body = vector(bodies...)
		case data:
			s.body = c.FirstData
		}
		all = append(all, s)
	}
	return write(all), nil
}

// moveOver is the index in the first module of a function of the program.
func (c *cut) moveOver(function int) int {
	if function < len(c.imports) {
		return function
	}
	return function + 1
}

// door is the index of the door; behind it comes the start.
func (c *cut) door() int { return len(c.imports) + 1 + len(c.bodies) }

func (c *cut) ownKinds() []int {
	kinds := append(c.kinds[:len(c.kinds):len(c.kinds)], c.doorType())
	if c.Start != nil {
		kinds = append(kinds, c.startType())
	}
	return kinds
}

func (c *cut) firstKinds() []byte {
	var kinds [][]byte
	for _, kind := range c.ownKinds() {
		kinds = append(kinds, number(nil, kind))
	}
	return vector(kinds...)
}

func (c *cut) firstExports(body []byte) []byte {
	in := &reader{rest: body}
	var all [][]byte
	for range in.number() {
		name, kind, index := in.name(), in.byte(), in.number()
		if kind == 0 {
			index = c.moveOver(index)
		}
		all = append(all, number(append(named(nil, name), kind), index))
	}
	all = append(all, number(append(named(nil, sharedTable), 1), 0))
	for i := range c.globals {
		all = append(all, number(append(named(nil, shared(i)), 3), i))
	}
	return vector(all...)
}

// firstElements puts bring at place 0 of the table and the functions at theirs.
func (c *cut) firstElements() []byte {
	bring := number(append(constant([]byte{0}, 0), opEnd, 1), len(c.imports))
	own := number(append(constant([]byte{0}, First), opEnd), len(c.kinds))
	for i := range c.kinds {
		own = number(own, len(c.imports)+1+i)
	}
	return vector(bring, own)
}

func (c *cut) firstBodies() ([][]byte, error) {
	again := func(to []byte, function int) []byte { return call(to, c.moveOver(function)) }
	var all [][]byte
	for i, body := range c.bodies {
		if _, moved := c.local[i]; moved {
			body = stub(i, c.door())
		} else {
			var err error
			if body, err = rewritten(body, again); err != nil {
				return nil, err
			}
		}
		all = append(all, sized(nil, body))
	}
	all = append(all, sized(nil, c.doorBody(len(c.imports)+1+c.Missing)))
	if c.Start != nil {
		all = append(all, sized(nil, c.Start))
	}
	return all, nil
}
