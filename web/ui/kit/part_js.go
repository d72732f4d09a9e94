package kit

import (
	"reflect"

	"github.com/hexops/vecty"
)

// Part is a piece of the page that is drawn again only when what it shows is another: P points to it, and what is pointed to
// is compared. What Draw shows must come from there alone. It stands among siblings that come and go only inside an element of
// its own, as in a row of a [List].
func Part[P any](shows P, draw func(P) *vecty.HTML) vecty.Component {
	return &part[P]{Shows: shows, Draw: draw}
}

type part[P any] struct {
	vecty.Core
	Shows P                   `vecty:"prop"`
	Draw  func(P) *vecty.HTML `vecty:"prop"`
}

func (p *part[P]) Copy() vecty.Component { return Copy(p) }

func (p *part[P]) SkipRender(before vecty.Component) bool {
	return reflect.DeepEqual(before.(*part[P]).Shows, p.Shows)
}

func (p *part[P]) Render() vecty.ComponentOrHTML { return p.Draw(p.Shows) }
