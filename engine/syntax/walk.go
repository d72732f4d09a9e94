package syntax

// Walk visits a node and what is below it, in the order of the text. It does
// not go below a node for which visit returns false.
func Walk(n Node, visit func(Node) bool) {
	if !visit(n) {
		return
	}
	for _, child := range children(n) {
		Walk(child, visit)
	}
}

// children are the parts of a node in the order they are written.
func children(n Node) []Node {
	switch n := n.(type) {
	case *Allow:
		return appendIf([]Node{n.Who, n.Do, n.In}, n.Where)
	case *Deny:
		return appendIf([]Node{n.Who, n.Do, n.In}, n.Where)
	case *Endorse:
		return append([]Node{n.Who}, n.parts()...)
	case *Admit:
		return append(appendIf([]Node{n.Who}, n.Of), n.parts()...)
	case *Define:
		return []Node{n.Alias, n.ID}
	case *Of:
		return appendIf(nil, n.Name)
	case *With:
		return []Node{n.Type, n.In}
	case *Associate:
		return []Node{n.Type}
	case *NamedTenancy:
		return []Node{n.Name}
	case *PathOf:
		return []Node{n.Path, n.Of}
	case *Resources:
		return append([]Node{n.Kind}, nodes(n.Names)...)
	case *Groups:
		return nodes(n.Names)
	case *GroupName:
		return appendIf(nodes(n.Names), n.ID)
	case *Services:
		return nodes(n.Names)
	case *Verb:
		return append([]Node{n.Verb}, nodes(n.Types)...)
	case *Permissions:
		return appendIf(nodes(n.Names), n.Type)
	case *ByID:
		return []Node{n.ID}
	case *ByPath:
		return []Node{n.Path}
	case *Where:
		return []Node{n.If}
	case *Group:
		return nodes(n.Members)
	case *Unset:
		return []Node{n.Var}
	case *Set:
		return []Node{n.Var}
	case *Sets:
		return []Node{n.Left, n.Right}
	case *OneOf:
		return []Node{n.Var, n.List}
	case *Between:
		return []Node{n.Var, n.From, n.To}
	case *Compare:
		return []Node{n.Var, n.Value}
	case *List:
		return nodes(n.Items)
	case *Anyone, *Name, *Term, *Tenancy, *AnyTenancy, *Var, *Text, *Glob, *Digits:
		return nil
	}
	panic("a node that nobody walks")
}

func (c *Crossing) parts() []Node {
	return appendIf(appendIf([]Node{c.Do, c.In}, c.With), c.Where)
}

func nodes[T Node](all []T) []Node {
	out := make([]Node, len(all))
	for i, n := range all {
		out[i] = n
	}
	return out
}

// appendIf leaves out parts that are not there.
func appendIf[T any, N interface {
	*T
	Node
}](all []Node, n N) []Node {
	if n == nil {
		return all
	}
	return append(all, n)
}
