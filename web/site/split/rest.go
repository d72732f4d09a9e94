//go:build !js

package split

// rest is the module with the bodies that moved.
func (c *cut) rest() ([]byte, error) {
	bodies, err := c.restBodies()
	if err != nil {
		return nil, err
	}
	kinds := make([][]byte, 0, len(bodies))
	for range c.moved {
		kinds = append(kinds, number(nil, goType))
	}
	kinds = append(kinds, number(nil, c.bringType()))
	return write([]section{
		{types, c.allTypes()},
		{imports, c.restImports()},
		{functions, vector(kinds...)},
		{elements, c.restElements()},
		{code, vector(bodies...)},
		{data, c.RestData},
	}), nil
}

// restImports are the memory, the table and the globals of the first module, with the limits that it gave them.
func (c *cut) restImports() []byte {
	var all [][]byte
	share := func(name string, kind byte, about []byte) {
		all = append(all, append(append(named(named(nil, "first"), name), kind), about...))
	}
	for _, s := range c.sections {
		in := &reader{rest: s.body}
		switch s.number {
		case tables:
			in.number()
			share(sharedTable, 1, in.rest)
		case memories:
			in.number()
			share("mem", 2, in.rest)
		case globals:
			for i := range in.number() {
				share(shared(i), 3, in.bytes(2))
				in.instruction() // its first value
				in.byte()
			}
		}
	}
	return vector(all...)
}

// restElements puts the functions in their places, and at place 0 the one that says that they are there.
func (c *cut) restElements() []byte {
	segments := [][]byte{number(append(constant([]byte{0}, 0), opEnd, 1), len(c.moved))}
	for i := 0; i < len(c.moved); {
		end := i + 1
		for end < len(c.moved) && c.moved[end] == c.moved[end-1]+1 {
			end++
		}
		segment := number(append(constant([]byte{0}, place(c.moved[i])), opEnd), end-i)
		for ; i < end; i++ {
			segment = number(segment, i)
		}
		segments = append(segments, segment)
	}
	return vector(segments...)
}

func (c *cut) restBodies() ([][]byte, error) {
	again := func(to []byte, function int) []byte {
		function -= len(c.imports)
		if local, moved := c.local[function]; moved {
			return call(to, local)
		}
		return callAt(constant(to, place(function)), c.kinds[function])
	}
	var all [][]byte
	for _, i := range c.moved {
		body, err := rewritten(c.bodies[i], again)
		if err != nil {
			return nil, err
		}
		all = append(all, sized(nil, body))
	}
	return append(all, sized(nil, append(constant([]byte{0}, 1), opEnd))), nil
}
