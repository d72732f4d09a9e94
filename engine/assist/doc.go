// Package assist helps while somebody types: it completes words, explains them,
// finds what they name and renames that.
//
// # The words before the caret
//
// A line that is being written is broken most of the time, so no tree is read
// here. A passage (the statement, matching rule or check around the caret) is cut
// into the tokens that colouring uses as well. Their roles tell the facet the
// caret is in, and the last few of them what can come next: behind `to` a verb,
// behind a verb a type, behind `=` a value. Words that are wrong change nothing:
// help goes on from the last word that is understood.
//
// Only the lines of the statement are read. A file of a thousand statements costs
// no more than a file of one.
//
// # What is offered
//
// [Complete] offers what the language, the catalog and the tenancy know and what
// makes sense there: groups that are not listed yet, variables that a check of
// what is granted carries, operators that fit the variable, values that exist.
// An [Item] replaces the whole word under the caret, so that it is right in the
// middle of a word, too.
//
// # What is said
//
// [Hover] makes a [Card] of a word: what a verb adds on a type, who carries a
// permission, when a variable is absent, whom a group holds. [Definition] leads
// to the entry of the tenancy that a name stands for, and [Rename] writes another
// name wherever that entry is named: by name, by path from where each policy is
// attached, in a condition, or by an identifier that is made of the name.
package assist
