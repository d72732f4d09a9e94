package authz

import "strings"

// MatchesPattern tells whether a text matches a pattern, in which * stands for
// any run of characters and everything else for itself; case counts. The time it
// takes grows with the length of the text, however many stars there are.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm
func MatchesPattern(pattern, text string) bool {
	head, rest, starred := strings.Cut(pattern, "*")
	if !starred {
		return pattern == text
	}
	text, ok := strings.CutPrefix(text, head)
	for ok {
		part, more, another := strings.Cut(rest, "*")
		if !another {
			return strings.HasSuffix(text, part)
		}
		_, text, ok = strings.Cut(text, part)
		rest = more
	}
	return false
}
