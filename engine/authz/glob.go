package authz

import "strings"

// glob tells whether a text matches a pattern in which * stands for any run of
// characters and everything else for itself. The time it takes grows with the
// length of the text, however many stars there are.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm
func glob(pattern, text string) bool {
	parts := strings.Split(pattern, "*")
	if len(parts) == 1 {
		return pattern == text
	}
	text, ok := strings.CutPrefix(text, parts[0])
	if !ok {
		return false
	}
	last := parts[len(parts)-1]
	for _, part := range parts[1 : len(parts)-1] {
		i := strings.Index(text, part)
		if i < 0 {
			return false
		}
		text = text[i+len(part):]
	}
	return strings.HasSuffix(text, last)
}
