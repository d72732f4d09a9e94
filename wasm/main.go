//go:build js && wasm

// Command wasm is the program the page starts.
package main

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"
)

type placeholder struct{ vecty.Core }

func (p *placeholder) Render() vecty.ComponentOrHTML {
	return elem.Div(vecty.Markup(vecty.Attribute("id", "app")),
		elem.Main(elem.Heading1(vecty.Text("OCI Policy Playground"))))
}

func main() {
	if err := vecty.RenderInto("#app", &placeholder{}); err != nil {
		panic(err)
	}
	select {}
}
