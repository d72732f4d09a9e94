package syntax

import "strings"

// Quoted is a name as a statement must write it: in single quotes where it holds
// anything but letters, digits and . _ -, or could be read as a number or a word
// of the language.
func Quoted(name string) string {
	if name != "" && strings.IndexFunc(name, needsQuotes) < 0 && strings.IndexByte("0123456789-.", name[0]) < 0 && !isReserved(name) {
		return name
	}
	return InQuotes(name)
}

func needsQuotes(r rune) bool {
	return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("._-", r)
}

func isReserved(name string) bool {
	switch strings.ToLower(name) {
	case "to", "in", "id", "where", "tenancy", "compartment":
		return true
	}
	return false
}

// QuotedPath is a path of compartments as a statement must write it.
func QuotedPath(path string) string {
	if joined := strings.ReplaceAll(path, ":", ""); joined != "" && path[0] != ':' && Quoted(joined) == joined {
		return path
	}
	return InQuotes(path)
}

// InQuotes is a text as a value of a condition.
func InQuotes(text string) string { return "'" + strings.ReplaceAll(text, "'", `\'`) + "'" }
