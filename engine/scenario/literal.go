package scenario

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The escapes of one letter in JSON, and what each stands for.
const (
	escapes = `"\/bfnrt`
	escaped = "\"\\/\b\f\n\r\t"
)

// decodeString takes quotes and escapes off a JSON string. What is no character,
// half a surrogate pair or a stray byte, becomes U+FFFD.
func decodeString(literal string) (text string, ok bool) {
	if len(literal) < 2 || literal[0] != '"' || literal[len(literal)-1] != '"' {
		return "", false
	}
	var out strings.Builder
	for rest := literal[1 : len(literal)-1]; rest != ""; {
		r, width := firstRune(rest)
		if width == 0 {
			return "", false
		}
		out.WriteRune(r)
		rest = rest[width:]
	}
	return out.String(), true
}

// firstRune is the character that the inside of a JSON string begins with; its
// width is 0 when it begins with none.
func firstRune(s string) (r rune, width int) {
	switch {
	case s[0] < ' ' || s[0] == '"' || s == `\`:
		return 0, 0
	case s[0] != '\\':
		return utf8.DecodeRuneInString(s)
	case s[1] == 'u':
		return escapedRune(s)
	}
	i := strings.IndexByte(escapes, s[1])
	if i < 0 {
		return 0, 0
	}
	return rune(escaped[i]), 2
}

// escapedRune reads \u and four digits, twice for a surrogate pair.
func escapedRune(s string) (r rune, width int) {
	r, ok := codeUnit(s)
	if !ok {
		return 0, 0
	}
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	if low, ok := codeUnit(s[6:]); ok {
		if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
			return pair, 12
		}
	}
	return utf8.RuneError, 6
}

func codeUnit(s string) (rune, bool) {
	if len(s) < 6 || s[:2] != `\u` {
		return 0, false
	}
	unit, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(unit), err == nil
}

// Quoted writes a text as a JSON string that may stand in a script too: the
// line separators of Unicode are escaped.
func Quoted(text string) string {
	var out strings.Builder
	out.WriteByte('"')
	for i, r := range text {
		letter := strings.IndexRune(escaped, r)
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD"):
			out.WriteString(`\ufffd`)
		case letter >= 0 && r != '/':
			out.WriteByte('\\')
			out.WriteByte(escapes[letter])
		case r < ' ' || r == '\u2028' || r == '\u2029':
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
	return out.String()
}

// isJSONNumber tells the numbers of JSON.
func isJSONNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	fraction := strings.TrimLeft(s, digits)
	if len(fraction) == len(s) || s[0] == '0' && len(s)-len(fraction) > 1 {
		return false
	}
	exponent, ok := fraction, true
	if after, has := strings.CutPrefix(fraction, "."); has {
		exponent = strings.TrimLeft(after, digits)
		ok = len(exponent) < len(after)
	}
	if exponent == "" || !ok {
		return ok
	}
	power := strings.TrimLeft(exponent[1:], "+-")
	return strings.ContainsRune("eE", rune(exponent[0])) && len(exponent)-len(power) <= 2 &&
		power != "" && strings.Trim(power, digits) == ""
}

const digits = "0123456789"
