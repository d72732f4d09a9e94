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

// formulas decodes one operation after another. All nodes lie in one array.
type formulas struct {
	catalog *Catalog
	*stream
	texts  []string
	nodes  []Need
	leaves []pair[uint16] // operations by the permissions they name
}

// of decodes the formula of the operation with this index into n.
func (f *formulas) of(id uint16, n *Need) {
	switch w := f.next(); {
	case w < allWord:
		f.leaf(id, n, w, "")
	case w < anyWord:
		n.Kind = All
		f.under(id, n, int(w-allWord))
	case w < whenWord:
		n.Kind = Any
		f.under(id, n, int(w-anyWord))
	case w < byWord:
		n.Kind, n.Not = When, w >= unlessWord
		n.Circumstance = &f.catalog.circumstances[(w-whenWord)%(unlessWord-whenWord)]
		f.under(id, n, 1)
	default:
		by := f.text(f.texts)
		f.leaf(id, n, f.next(), by)
	}
}

func (f *formulas) leaf(id uint16, n *Need, permission uint16, by string) {
	n.Kind, n.Permission, n.By = Leaf, f.catalog.permissions[permission].Name, by
	f.leaves = append(f.leaves, pair[uint16]{permission, id})
}

func (f *formulas) under(id uint16, n *Need, parts int) {
	from := len(f.nodes)
	f.nodes = f.nodes[:from+parts]
	n.Under = f.nodes[from : from+parts : from+parts]
	for i := range n.Under {
		f.of(id, &n.Under[i])
	}
}
