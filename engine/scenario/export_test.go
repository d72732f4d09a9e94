package scenario

// What the tests of the package see beyond its API.
var (
	Quote      = quote
	Unquote    = unquote
	Dictionary = &dictionary
)
