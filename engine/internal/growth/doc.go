// Package growth tells tests whether the time that work takes grows faster than
// its size.
//
// A time by itself says as much about the machine, and about who else uses it,
// as about the work. So [Times] compares two times of one run, and two that are
// alike where all is well: that of the work as a whole, and that of as much work
// in pieces. Both are what the work takes of the processor, not what passes on
// the clock, so that nobody who holds it up counts.
package growth
