// Package syntax is the language as it is written.
//
// A policy is a text; in it stand statements, one a line or over several lines.
// [Parse] cuts the text into statements first and then reads each by itself, so
// that a broken one is a single [Bad] and its neighbours are untouched.
//
// # The grammar is the tree
//
// The structs in grammar.go are the rules: their tags read as EBNF and their
// values are the syntax tree. [EBNF] prints them. Keywords are matched in any
// case, and only where they mean something, so that a group may be called `in`.
//
// # Places
//
// Nodes count their place in bytes from the start of their statement;
// [Statement.Place] turns it into a place in the file. A statement that only
// moves is therefore never read again: a [Parser] remembers the statements it
// has read by their text.
//
// # Tokens and roles
//
// [Tokens] cuts a text with the same lexer. Each token has a [Role], the part of
// the statement it plays in: subject, grant, location or condition. The roles
// are what the editor colours by, and they can be told for a half-written line.
//
// # Mistakes
//
// Where reading stops, the mistakes in mistakes.go and conditions.go are asked
// one by one whether they are what happened; the first that knows says so in
// words, with a fix where one edit does it.
//
// # Matching rules
//
// The rule of a dynamic group is a condition of the same grammar with less in
// it; [ParseRule] reads one.
package syntax
