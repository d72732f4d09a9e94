package assist

import (
	"strings"

	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// bare is a name as a statement must write it: in quotes where it could be read
// as something else.
func bare(name string) string {
	if name != "" && plain(name) && strings.IndexByte("0123456789-.", name[0]) < 0 && !reserved(name) {
		return name
	}
	return inQuotes(name)
}

func plain(name string) bool {
	return strings.IndexFunc(name, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("._-", r)
	}) < 0
}

func reserved(name string) bool {
	switch strings.ToLower(name) {
	case "to", "in", "id", "where", "tenancy", "compartment":
		return true
	}
	return false
}

func inQuotes(text string) string { return "'" + strings.ReplaceAll(text, "'", `\'`) + "'" }

// barePath is a path as a statement must write it.
func barePath(path string) string {
	if joined := strings.ReplaceAll(path, ":", ""); joined != "" && path[0] != ':' && bare(joined) == joined {
		return path
	}
	return inQuotes(path)
}

// relative is the path of c as a policy attached to from writes it.
func relative(c, from *tenancy.Compartment) string {
	if c == from {
		return c.Name
	}
	return strings.TrimPrefix(strings.TrimPrefix(c.Path(), from.Path()), ":")
}

// qualified is a name with its domain, unless that is the default one.
func qualified(domain, name string) string {
	if domain == "" || domain == tenancy.DefaultDomain {
		return bare(name)
	}
	return bare(domain) + "/" + bare(name)
}

// value is what a word says, without its quotes.
func (w *word) value() string {
	s := w.raw
	if w.kind != syntax.String && w.kind != syntax.Pattern || len(s) < 2 {
		return s
	}
	return strings.ReplaceAll(s[1:len(s)-1], `\`+s[:1], s[:1])
}

// inCheck is a name as a check must write it.
func inCheck(name string) string {
	switch strings.ToLower(name) {
	case "", "may", "might", "not", "in", "with", "of", "absent":
		return checkQuotes(name)
	}
	if strings.ContainsAny(name, " \t{}(),='\"“”‘’") {
		return checkQuotes(name)
	}
	return name
}

func checkQuotes(text string) string {
	return "'" + strings.ReplaceAll(strings.ReplaceAll(text, `\`, `\\`), "'", `\'`) + "'"
}

// text is a value as this kind of text writes it.
func (c *Context) text(value string) string {
	if c.Kind == Check {
		return checkQuotes(value)
	}
	return inQuotes(value)
}
