// Package words is what the page says: every text of it that is a person's to read, in one place to be translated or mended.
//
// A constant is a text as it stands; a function makes a sentence of parts that only the page knows. `Backquotes` set words of
// OCI's language and **stars** what is stressed. The packages that use it call it say.
//
// Two kinds of text are kept elsewhere. What is wrong with a policy, and why a request is decided as it is, belongs to the
// description of the language and stands in the engine beside each rule, for a prompt and for other programs as well. What is
// said while the program has not arrived, or cannot, is in web/boot, which has to speak without it.
package words
