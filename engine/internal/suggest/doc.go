// Package suggest finds the name somebody probably meant.
//
// A name that is nowhere is most often a name misspelt. [Closest] looks for one
// at most two slips away (a letter missing, added or wrong), which is near
// enough to ask "did you mean" without being silly.
package suggest
