package scenario

import _ "embed"

// dictionary is what every link of the scheme p1 is compressed against. It is
// part of the format: a link made with it opens with it alone, so it never
// changes. A better one would be dictionary-p2.txt, of a new scheme.
//
//go:embed dictionary-p1.txt
var dictionary string
