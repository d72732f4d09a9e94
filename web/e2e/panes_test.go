//go:build !js

package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// size is a side of an element in pixels.
func (p *page) size(selector, side string) float64 {
	p.t.Helper()
	return eval[float64](p, fmt.Sprintf(`document.querySelector(%q).getBoundingClientRect().%s`, selector, side))
}

func TestPanesAreResizedByKeyboardAndStaySo(t *testing.T) {
	p := open(t, example)
	width, height := p.size("#policies", "width"), p.size("#policies", "height")
	p.focus(".split-policies")
	p.press(kb.ArrowLeft, kb.ArrowLeft)
	p.focus(".split-top")
	p.press(kb.ArrowDown)
	narrower, taller := p.size("#policies", "width"), p.size("#policies", "height")
	if narrower > width-40 || taller < height+20 {
		t.Errorf("the pane was %.0f × %.0f and is %.0f × %.0f", width, height, narrower, taller)
	}
	p.axe()
	p.do(chromedp.Reload())
	p.until(Mounted)
	if again := p.size("#policies", "width"); again < narrower-2 || again > narrower+2 {
		t.Errorf("after a reload the pane is %.0f wide, not %.0f", again, narrower)
	}
	p.focus(".split-policies")
	p.press(kb.End, kb.Enter)
	if again := p.size("#policies", "width"); again < width-2 || again > width+2 {
		t.Errorf("put back, the pane is %.0f wide, not %.0f", again, width)
	}
}

func TestPanesAreResizedByDragging(t *testing.T) {
	p := open(t, example)
	before := p.size("#tenancy", "width")
	x, y := p.middle(".split-tenancy")
	p.do(chromedp.MouseEvent(input.MousePressed, x, y, chromedp.Button("left")),
		chromedp.MouseEvent(input.MouseMoved, x+30, y, chromedp.Button("left")), chromedp.MouseEvent(input.MouseMoved, x+60, y, chromedp.Button("left")),
		chromedp.MouseEvent(input.MouseReleased, x+60, y, chromedp.Button("left")), chromedp.MouseEvent(input.MouseMoved, x-200, y))
	if after := p.size("#tenancy", "width"); after < before+55 || after > before+65 {
		t.Errorf("dragged by 60 pixels, the pane went from %.0f to %.0f", before, after)
	}
	x, y = p.middle(".split-tenancy")
	p.do(chromedp.MouseEvent(input.MousePressed, x, y, chromedp.Button("left")), chromedp.MouseEvent(input.MouseMoved, x+2000, y, chromedp.Button("left")),
		chromedp.MouseEvent(input.MouseReleased, x+2000, y, chromedp.Button("left")))
	if left := p.size("#request", "width"); left < 150 {
		t.Errorf("the last pane has %.0f pixels left", left)
	}
}

// Where each pane scrolls by itself, the page does not: not even by what is in a pane for screen readers alone.
func TestAPageOfPanesThatScrollStaysWhereItIs(t *testing.T) {
	p := open(t, example)
	p.do(chromedp.EmulateViewport(1400, 700))
	p.verdict("DENIED")
	if over := eval[float64](p, `document.documentElement.scrollHeight - innerHeight`); over != 0 {
		t.Errorf("the page scrolls by %.0f pixels", over)
	}
}
