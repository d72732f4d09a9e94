package scenario_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"oci-policy-playground/engine/scenario"
)

// insides are what stands between the quotes of strings, sound and not.
var insides = []string{
	"", "plain", "Größe 🎉", "\u2028\u2029", "\x7f", `\"\\\/\b\f\n\r\t`, `\u0041\u00e4\u20AC`, `\u0000`,
	`\ud83c\udf89`, `\uD83C\uDF89`, `\ud800`, `\udc00`, `a\ud800b`, `\ud800\ud800`, `\udf89\ud83c`, `\ud800\u0041`,
	`\ud83c\ud83c\udf89`, `\ud83c\n`, `\ud83c\`, `\ud83c\udf8`, `\ud83c\udf8x`, "\uFFFD", "\xff", "a\xed\xa0\x80b", "\xe2\x82",
	`\`, `\\`, `\\\`, `\x41`, `\'`, `\a`, `\v`, `\U0001F389`, `\u`, `\u12`, `\u12_4`, `\u+123`, `\u 123`, `\u00g0`, "\\\x80",
	`"`, `a"b`, `\""`, "\n", "\t", "\x00", "\x1f", "<&>", "\b\f\r",
}

func TestStringsAreReadAsTheStandardLibraryDoes(t *testing.T) {
	for _, inside := range insides {
		decodesAlike(t, `"`+inside+`"`)
	}
	for _, literal := range []string{"", `"`, "x", `"x`, `x"`, `'x'`} {
		decodesAlike(t, literal)
	}
}

func decodesAlike(t testing.TB, literal string) {
	t.Helper()
	var want string
	err := json.Unmarshal([]byte(literal), &want)
	if got, ok := scenario.DecodeString(literal); ok != (err == nil) || ok && got != want {
		t.Errorf("%q is read as %q, %v, want %q, %v", literal, got, ok, want, err)
	}
}

func TestStringsAreWrittenAsTheStandardLibraryDoes(t *testing.T) {
	for _, text := range insides {
		encodesAlike(t, text)
	}
	for r := range rune(0x3000) {
		encodesAlike(t, "a"+string(r)+"b")
	}
}

func encodesAlike(t testing.TB, text string) {
	t.Helper()
	var want strings.Builder
	encoder := json.NewEncoder(&want)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		t.Fatal(err)
	}
	got := scenario.EncodeString(text)
	if got+"\n" != want.String() {
		t.Errorf("%q is written as %s, want %s", text, got, &want)
	}
	if again, ok := scenario.DecodeString(got); !ok || again != strings.ToValidUTF8(text, "\uFFFD") && again != string([]rune(text)) {
		t.Errorf("%q comes back as %q, %v", text, again, ok)
	}
}

// encoded are texts with percent signs, sound and not.
var encoded = []string{
	"", "plain", "a+b", "%20", "a%2Fb%2fc", "%C3%A4", "%ff", "%00", "100%", "%", "%%", "%2", "%zz", "%2g", "%g2", "%+1", "% 1", "%-1",
	"%0x", "%_1", "%25%32%30", "%%20", "a%20b%", "ä%20ö", "%ä", "?#:@/[]",
}

func TestAddressesAreReadAsTheStandardLibraryDoes(t *testing.T) {
	for _, text := range encoded {
		unpercentsAlike(t, text)
	}
}

func unpercentsAlike(t testing.TB, text string) {
	t.Helper()
	want, err := url.PathUnescape(text)
	if got, ok := scenario.Unpercent(text); ok != (err == nil) || got != want {
		t.Errorf("%q is read as %q, %v, want %q, %v", text, got, ok, want, err)
	}
}

func FuzzStrings(f *testing.F) {
	for _, inside := range insides {
		f.Add(inside)
	}
	f.Fuzz(func(t *testing.T, text string) {
		decodesAlike(t, `"`+text+`"`)
		encodesAlike(t, text)
	})
}

func FuzzUnpercent(f *testing.F) {
	for _, text := range encoded {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { unpercentsAlike(t, text) })
}
