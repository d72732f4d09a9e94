package store

import (
	"slices"
	"strings"
)

// Embedding is how the page is shown inside of another one. The zero value is the page by itself.
type Embedding struct {
	View     string // one of those that a snippet offers
	ReadOnly bool   // the texts stay as they came
}

// NewEmbedded is a store for a page inside of another. It begins with the fragment alone, whatever the browser has kept.
func NewEmbedded(fragment, address string, how Embedding) *Store {
	if !slices.ContainsFunc(snippetViews, func(o Option) bool { return o.Value == how.View }) {
		how.View = "full"
	}
	return begin(fragment, nil, playground(address), how)
}

// playground is the address of the page by itself: it lies beside the one that is embedded.
func playground(address string) string {
	address, _, _ = strings.Cut(address, "?")
	return address[:strings.LastIndexByte(address, '/')+1]
}

// embedded tells whether the page is inside of another.
func (s State) embedded() bool { return s.View != "" }

// Away is the address that shows the work of the moment in a page by itself, or just that page where the work is too
// large for an address.
func (s State) Away() string {
	link, err := s.Link()
	if err != nil {
		return s.Address
	}
	return s.Address + "#" + link
}

// EmbedView is what stands under an embedded page.
type EmbedView struct {
	Embedding
	Title   string
	Asked   string // the request of the moment
	CanUndo bool
}

func (s State) embedView() EmbedView {
	return EmbedView{Embedding: s.Embedding, Title: s.Work.Scenario.Title, Asked: s.Work.Sentence(), CanUndo: s.CanUndo()}
}
