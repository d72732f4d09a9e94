package browser

// isHere is in the part of the program that comes later, so calling it brings that part. Then it is here.
//
//go:noinline
func isHere() bool { return true }
