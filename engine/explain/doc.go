// Package explain is the decision in words.
//
// [Tell] turns a decision, which is data that holds its own proof, into a
// [Story]: a headline, and for each permission needed the chain of statements
// that grants it or, when none does, the statements that came nearest, facet by
// facet, with the edit that would mend them. A statement that denies comes before
// what it takes away; over two tenancies both halves are told, first the one that
// is missing. Nothing is judged here.
//
// Words that belong to OCI's language stand between backquotes, as in Markdown;
// the page sets them in its monospace, the command line leaves them.
package explain
