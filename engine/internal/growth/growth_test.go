//go:build unix

package growth

import "testing"

func TestASquareIsToldFromALine(t *testing.T) {
	const n, pieces, most = 2_000, 8, 3
	if times := Times(most, pieces, func() { look(n, n) }, func() { look(pieces*n, n) }); times > most {
		t.Errorf("the whole takes %.1f times as long as its pieces", times)
	}
	if times := Times(most, pieces, func() { look(n, n) }, func() { look(pieces*n, pieces*n) }); times <= most {
		t.Errorf("the square takes only %.1f times as long", times)
	}
}

// look looks n times at each byte of a text.
func look(n, length int) {
	text := make([]byte, length)
	for range n {
		for i := range text {
			text[i]++
		}
	}
}
