package catalog

// A formula is stored in front of its parts: a word below allWord is the index
// of a permission, the others say what the words after them mean. The generator
// writes the same numbers.
const (
	allWord    = 0xC000 // plus the number of parts
	anyWord    = 0xC400 // plus the number of parts
	whenWord   = 0xC800 // plus the index of a circumstance
	unlessWord = 0xCC00 // plus the index of a circumstance
	byWord     = 0xD000 // the next word is the text naming who, then a permission
)

// decode reads the formula that begins here into n.
func (c *Catalog) decode(s *stream, n *Need) {
	switch w := s.next(); {
	case w < allWord:
		n.Kind, n.id, n.Permission = Leaf, w, c.permissionNames[w]
	case w < anyWord:
		n.Kind = All
		c.decodeUnder(s, n, int(w-allWord))
	case w < whenWord:
		n.Kind = Any
		c.decodeUnder(s, n, int(w-anyWord))
	case w < byWord:
		n.Kind, n.Not = When, w >= unlessWord
		n.Circumstance = &c.circumstances[(w-whenWord)%(unlessWord-whenWord)]
		c.decodeUnder(s, n, 1)
	default:
		n.By = s.text(c.texts)
		n.Kind, n.id = Leaf, s.next()
		n.Permission = c.permissionNames[n.id]
	}
}

func (c *Catalog) decodeUnder(s *stream, n *Need, parts int) {
	n.Under = make([]Need, parts)
	for i := range n.Under {
		c.decode(s, &n.Under[i])
	}
}

// skip reads over a formula and calls f with every permission in it.
func skip(s *stream, f func(permission uint16)) {
	for parts := 1; parts > 0; parts-- {
		switch w := s.next(); {
		case w < allWord:
			f(w)
		case w < anyWord:
			parts += int(w - allWord)
		case w < whenWord:
			parts += int(w - anyWord)
		case w < byWord:
			parts++
		default:
			s.next()
			f(s.next())
		}
	}
}
