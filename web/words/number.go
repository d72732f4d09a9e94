package words

import (
	"strconv"
	"strings"
)

// Count tells how many there are: 1 policy, 10,000 policies.
func Count(n int, of string) string {
	switch stem, y := strings.CutSuffix(of, "y"); {
	case n == 1:
	case y:
		of = stem + "ies"
	default:
		of += "s"
	}
	return number(n) + " " + of
}

// number writes a count with a comma after each three digits: 10,000.
func number(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
