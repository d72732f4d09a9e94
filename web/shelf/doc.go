// Package shelf keeps works in a browser, so that none takes the place of another.
//
// Each work stands under a key of its own, as the time at which it was stored and its text:
//
//	oci-policy-playground/work/1795348800000: 1795348923456\nReaders\n-- tenancy.json -- ...
//
// A page goes on with one of them, its own, or begins another. Two tabs may have the same one open: the first that finds
// under its key what it has not put there leaves that alone and goes on under another key. So both are kept, and the one that
// was stored last is what the next visit shows.
package shelf
