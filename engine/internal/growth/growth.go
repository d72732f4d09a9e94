//go:build unix

package growth

import (
	"syscall"
	"time"
)

const (
	patience = 2 * time.Second  // with tries that take longer than they should
	least    = time.Millisecond // of the pieces together
)

// Times is how many times as long a whole takes as the pieces of the same size
// together: about once where the time grows with the size, and as many times as
// there are pieces where it grows with the square. While that is more than most
// it tries on, for some seconds, and compares the quickest. The pieces count for
// a millisecond at least, since nobody waits for less.
func Times(most float64, pieces int, piece, whole func()) float64 {
	parts, all := taken(pieces, piece), taken(1, whole)
	for begin := used(); ; {
		times := float64(all) / float64(max(parts, least))
		if times <= most || used()-begin > patience {
			return times
		}
		parts, all = min(parts, taken(pieces, piece)), min(all, taken(1, whole))
	}
}

// taken is what n times the work takes.
func taken(n int, work func()) time.Duration {
	begin := used()
	for range n {
		work()
	}
	return used() - begin
}

// used is what this process has had of the processor.
func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
