package authz

// MatchesPattern tells whether a name matches a pattern of the language, in which
// * is any run of characters. Case counts.
func MatchesPattern(pattern, text string) bool { return glob(pattern, text) }
