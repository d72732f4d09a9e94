package scenario_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/tailscale/hujson"
	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/tenancy"
)

// jsons are texts that are JSON, nearly so, and not.
var jsons = []string{
	"", " ", "null", "true", "false", "nul", "True", `"a"`, `"a`, `"a\`, `"a\"`, `"\x"`, "\"a\nb\"", "0", "-0", "01", "-", "1.", "1.5", ".5", "1e5", "1E+5",
	"1e-", "1e+-5", "1.5e10", "--1", "+1", "1-", "1e", "1e5.5", "0x10", "NaN", "[]", "[ ]", "[1]", "[1,]", "[1,2,3]", "[,]", "[1,,]", "[1 2]", "[", "[1", "[1,", "]", "[}", "[1}",
	"{}", "{ }", `{"a":1}`, `{"a":1,}`, `{"a" : [1 , {"b" : null}] , "a":2}`, `{,}`, `{"a"}`, `{"a":}`, `{"a":]`, `{"a"`, `{"a":`, `{"a":1`, `{"a":1,`, `{"a":1]`,
	`{1:2}`, `{[]:2}`, `{[`, `{[}`, `{null:1}`, `{"a":1 "b"}`, `{"a" 1}`, "1 2", "1,", "{}{}", "// a\n1", "// a", "/* a */1", "/* a", "/", "1/", "1 /x", "1 // b\n", "[1 /* a */, // b\n]",
	"[1, /* a */]", "[/* a */]", "{// a\n}", "{\"a\"/**/:/**/1/**/,/**/}", "// \xff\n1", "/* \xff */1", "// \u2028\n1", "// \u2029", "/* \u2028 */1", "// \xff\u2028\n1", "/*/", "/**/",
	"\x00", "\x7f1", "\xff", "\u00a01", "\U0010FFFF", "'a'", "[1\u200b]", "\uFEFF{}", `{"\u0061":1,"~":2,"/":3,"":4}`, "nullnull", "null1", "truefalse", "\v1", "\"\xff\"", `"\ud800"`,
	"[[[[1]]],]", "[\"a\" \"b\"]", "@", "[1;]", "[`]",
}

func TestJSONIsReadAsAnotherParserDoes(t *testing.T) {
	for _, text := range jsons {
		parsesAlike(t, text)
		for _, pointer := range []string{"", "a", "/", "/a", "/a/1/b", "/0", "/1", "/-", "/~0", "/~1", "/0/0/0", "/a/"} {
			findsAlike(t, text, pointer)
		}
	}
}

func parsesAlike(t testing.TB, text string) {
	t.Helper()
	root, err := hujson.Parse([]byte(text))
	dump, lenient, at, wrong := scenario.Syntax(text)
	if err != nil {
		line := 1 + strings.Count(text[:at], "\n")
		got := fmt.Sprintf("hujson: line %d, column %d: %s", line, at-strings.LastIndexByte(text[:at], '\n'), wrong)
		if wrong == "" || got != err.Error() {
			t.Errorf("%q: says %q, want %q", text, got, err)
		}
		return
	}
	var want strings.Builder
	for v := range root.All() {
		fmt.Fprintf(&want, "%c %d-%d %q\n", v.Value.Kind(), v.StartOffset, v.EndOffset, decoded(v))
	}
	if dump != want.String() || lenient == root.IsStandard() || wrong != "" {
		t.Errorf("%q: reads, lenient %v, %q\n%swant\n%s", text, lenient, wrong, dump, &want)
	}
}

func decoded(v *hujson.Value) string {
	if v.Value.Kind() == '"' {
		return v.Value.(hujson.Literal).String()
	}
	return ""
}

// zeros are steps such as 01, which name no entry by RFC 6901.
var zeros = regexp.MustCompile(`/0\d`)

func findsAlike(t testing.TB, text, pointer string) {
	t.Helper()
	root, err := hujson.Parse([]byte(text))
	if err != nil || zeros.MatchString(pointer) {
		return
	}
	start, end, ok := scenario.Find(text, pointer)
	want := root.Find(pointer)
	if ok != (want != nil) || ok && (start != want.StartOffset || end != want.EndOffset) {
		t.Errorf("%q in %q is at %d-%d, %v, want %+v", pointer, text, start, end, ok, want)
	}
}

func FuzzJSON(f *testing.F) {
	for _, text := range jsons {
		f.Add(text, "/a/0")
	}
	for _, seed := range seeds(f, "testdata/worlds/*.txtar") {
		for _, file := range txtar.Parse(seed).Files {
			f.Add(string(file.Data), "/users/0/name")
		}
	}
	f.Fuzz(func(t *testing.T, text, pointer string) {
		parsesAlike(t, text)
		findsAlike(t, text, pointer)
		if spec, problems := scenario.ReadSpec(text); len(problems) == 0 {
			var want tenancy.Spec
			if err := json.Unmarshal([]byte(text), &want); err != nil || !reflect.DeepEqual(spec, want) {
				t.Errorf("%q says %+v, want %+v, %v", text, spec, want, err)
			}
		}
	})
}

// What a tenancy is written as is read into the same fields, each from its own
// key.
func TestASpecComesBackWhole(t *testing.T) {
	var spec tenancy.Spec
	fillAll(reflect.ValueOf(&spec).Elem(), new(int), 0)
	text, err := json.Marshal(spec)
	if err != nil {
		t.Fatal(err)
	}
	got, problems := scenario.ReadSpec(string(text))
	if len(problems) != 0 || !reflect.DeepEqual(got, spec) {
		t.Errorf("%s\nsays %+v\nwant %+v\n%v", text, got, spec, problems)
	}
}

func TestATenancyIsWrittenAsItIsRead(t *testing.T) {
	var spec tenancy.Spec
	fillAll(reflect.ValueOf(&spec).Elem(), new(int), 0)
	*spec.Administrators = false
	got, problems := scenario.ReadSpec(scenario.TenancyText(spec))
	if len(problems) != 0 || !reflect.DeepEqual(got, spec) {
		t.Errorf("%s\nis read as %+v\nwant %+v\n%v", scenario.TenancyText(spec), got, spec, problems)
	}
	small := tenancy.Spec{Name: "acme", Compartments: []tenancy.CompartmentSpec{{Name: "Prod"}}}
	if text := scenario.TenancyText(small); text != "{\"name\": \"acme\", \"compartments\": [{\"name\": \"Prod\"}]}\n" {
		t.Errorf("a small one is %s", text)
	}
}

// fillAll gives everything in a value a content of its own.
func fillAll(v reflect.Value, count *int, depth int) {
	*count++
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("text %d", *count))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillAll(v.Elem(), count, depth)
	case reflect.Struct:
		for i := range v.NumField() {
			fillAll(v.Field(i), count, depth)
		}
	case reflect.Slice:
		if depth < 3 {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fillAll(v.Index(0), count, depth+1)
			fillAll(v.Index(1), count, depth+1)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, under := reflect.ValueOf(fmt.Sprintf("key %d", *count)), reflect.New(v.Type().Elem()).Elem()
		fillAll(under, count, depth)
		v.SetMapIndex(key, under)
	default:
		panic("a spec holds a " + v.Kind().String())
	}
}

func TestNullsLeaveWhatIsThere(t *testing.T) {
	const text = `{"name": null, "administrators": null, "definedTags": {"a": null, "b": {"c": null}, "d": {}}, "users": [null, {}], "groups": [], "domains": null}`
	var want tenancy.Spec
	if err := json.Unmarshal([]byte(text), &want); err != nil {
		t.Fatal(err)
	}
	if got, problems := scenario.ReadSpec(text); len(problems) != 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("says %+v, want %+v, %v", got, want, problems)
	}
}
