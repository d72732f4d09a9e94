package growth

import "time"

const (
	patience = 2 * time.Second  // of tries that take longer than they should
	least    = time.Millisecond // of the pieces together
)

// Times is how many times as long a whole takes as the pieces of the same size
// together: about once where the time grows with the size, and as many times as
// there are pieces where it grows with the square. While that is more than most
// it tries on, for some seconds, and compares the quickest. The pieces count for
// a millisecond at least, since nobody waits for less.
func Times(most float64, pieces int, piece, whole func()) float64 {
	parts, all := repeated(pieces, piece), repeated(1, whole)
	for begin := time.Now(); ; {
		times := float64(all) / float64(max(parts, least))
		if times <= most || time.Since(begin) > patience {
			return times
		}
		parts, all = min(parts, repeated(pieces, piece)), min(all, repeated(1, whole))
	}
}

func repeated(n int, work func()) time.Duration {
	begin := time.Now()
	for range n {
		work()
	}
	return time.Since(begin)
}
