// Package growth tells tests whether the time that work takes grows faster than
// its size.
//
// A time by itself says as much about the machine, and about who else uses it,
// as about the work. So [Times] compares two times of one run, and two that are
// alike where all is well: that of the work as a whole, and that of as much work
// in pieces.
package growth
