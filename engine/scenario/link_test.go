package scenario_test

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"oci-policy-playground/engine/scenario"
)

// goldens opens every link ever issued beside the archive it holds. A link is
// written once, by -update, and never again: it has to open for ever.
func goldens(t testing.TB, each func(t testing.TB, name, link string, want *scenario.Scenario)) {
	t.Helper()
	paths, _ := filepath.Glob("testdata/links/*.txtar")
	if len(paths) == 0 {
		t.Fatal("no links to open")
	}
	for _, path := range paths {
		archive, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want, _ := scenario.Parse("link", archive)
		file := strings.TrimSuffix(path, ".txtar") + ".link"
		link, err := os.ReadFile(file)
		if os.IsNotExist(err) && flag.Lookup("update").Value.String() == "true" {
			link = issue(t, file, want)
		} else if err != nil {
			t.Fatal(err)
		}
		each(t, filepath.Base(file), strings.TrimSpace(string(link)), want)
	}
}

func issue(t testing.TB, file string, s *scenario.Scenario) []byte {
	link, err := scenario.Link(s)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("#"+link+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	return []byte("#" + link)
}

func TestLinksOpenForEver(t *testing.T) {
	goldens(t, func(t testing.TB, name, link string, want *scenario.Scenario) {
		got, err := scenario.Open(link)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s opens to %v\n%s", name, err, outline(got))
		}
		statements := 0
		for _, p := range want.Policies {
			statements += strings.Count(p.File.Text, "Allow")
		}
		t.Logf("%s: %d characters for %d bytes, %d statements", name, len(link), len(scenario.Format(want)), statements)
		if statements == 5 && len(link) > 900 {
			t.Errorf("a scenario of five statements takes %d characters", len(link))
		}
		again, err := scenario.Link(want)
		if err != nil || strings.Trim(again, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.") != "" {
			t.Errorf("%s is made again as %q, %v", name, again, err)
		}
		reopens(t, want)
	})
}

// reopens holds a scenario to the law of links.
func reopens(t testing.TB, s *scenario.Scenario) {
	t.Helper()
	link, err := scenario.Link(s)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := scenario.Open("#" + link); err != nil || !reflect.DeepEqual(got, s) {
		t.Fatalf("opens to another, %v\n--- was\n%s", err, outline(s))
	}
}

func TestADamagedLinkNeverShowsAnotherScenario(t *testing.T) {
	goldens(t, func(t testing.TB, name, link string, want *scenario.Scenario) {
		for at := range len(link) {
			for _, c := range []byte{'A', 'z', '_', '0', link[at] ^ 1, link[at] ^ 0x20, ' ', '%', 0} {
				damaged := []byte(link)
				damaged[at] = c
				got, err := scenario.Open(string(damaged))
				if err == nil && !reflect.DeepEqual(got, want) {
					t.Fatalf("%s shows another scenario with %q at %d", name, c, at)
				}
				isLinkError(t, err)
			}
		}
	})
}

func TestACutLinkSaysHowMuchArrived(t *testing.T) {
	goldens(t, func(t testing.TB, name, link string, want *scenario.Scenario) {
		payload := len(link) - len("#p1.")
		for arrived := range payload {
			_, err := scenario.Open(link[:len("#p1.")+arrived])
			cut := new(scenario.LinkError)
			if !errors.As(err, &cut) || cut.Kind != scenario.Cut || cut.Got != arrived || cut.Want != 0 && cut.Want != payload {
				t.Fatalf("%s cut to %d of %d says %v", name, arrived, payload, err)
			}
		}
		if _, err := scenario.Open(link + "AAAA"); err == nil {
			t.Errorf("%s opens with more behind it", name)
		}
	})
}

func isLinkError(t testing.TB, err error) {
	t.Helper()
	if e := new(scenario.LinkError); err != nil && (!errors.As(err, &e) || e.Kind == 0 || e.Error() == "") {
		t.Fatalf("the error is %#v", err)
	}
}

func TestTheDictionaryNeverChanges(t *testing.T) {
	const sum = "362f57383a41d867072821476693a4df572e30056976b36a0d04548a6e851341"
	if got := fmt.Sprintf("%x", sha256.Sum256([]byte(*scenario.Dictionary))); got != sum {
		t.Errorf("the dictionary of the scheme p1 is %s; every link made so far needs %s", got, sum)
	}
}

func TestFragments(t *testing.T) {
	for _, test := range []struct {
		fragment string
		want     scenario.Fragment
	}{
		{"", scenario.Fragment{}},
		{"#", scenario.Fragment{}},
		{"#p1.abc", scenario.Fragment{Kind: scenario.Packed, Text: "abc"}},
		{"p1.ab\n c", scenario.Fragment{Kind: scenario.Packed, Text: "abc"}},
		{"#src=Allow%20group%20A", scenario.Fragment{Kind: scenario.Statements, Text: "Allow group A"}},
		{"#src=%zz", scenario.Fragment{Kind: scenario.Unknown, Text: "src=%zz"}},
		{"#example=deny-wins", scenario.Fragment{Kind: scenario.Example, Text: "deny-wins"}},
		{"#p9.abc", scenario.Fragment{Kind: scenario.Unknown, Text: "p9.abc"}},
		{"#verdict", scenario.Fragment{Kind: scenario.Unknown, Text: "verdict"}},
	} {
		if got := scenario.ReadFragment(test.fragment); got != test.want {
			t.Errorf("%q holds %+v, want %+v", test.fragment, got, test.want)
		}
	}
}

func TestStatementsInAnAddressAreAPolicy(t *testing.T) {
	const text = "Allow group A to read buckets in tenancy\n-- a comment --\n"
	for _, statements := range []string{text, "not a statement\n"} {
		s, err := scenario.Open("#src=" + url.PathEscape(statements))
		if err != nil || len(s.Policies) != 1 || s.Policies[0].File.Text != statements {
			t.Errorf("%q opens to %v, %v", statements, s, err)
		}
	}
}

func TestWhatIsNoScenarioIsSaid(t *testing.T) {
	bomb, err := scenario.Link(&scenario.Scenario{Checks: scenario.NewChecks(strings.Repeat("a", scenario.MaxBytes-20))})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d characters unfold to a megabyte", len(bomb))
	crowd := strings.Repeat("-- policies/a.policy --\n", scenario.MaxSections+1)
	for _, test := range []struct {
		name, fragment string
		want           scenario.LinkErrorKind
	}{
		{"nothing", "", scenario.NoScenario},
		{"an example", "#example=x", scenario.NoScenario},
		{"a newer scheme", "#p2.AAAA", scenario.UnknownScheme},
		{"a newer head", "#p1.AgAAAAAA", scenario.UnknownScheme},
		{"an empty payload", "#p1.", scenario.Cut},
		{"other characters", "#p1.AQ+/AAAAAAAAAA", scenario.Damaged},
		{"a length beyond all", "#p1.AQAAAAD___________8B", scenario.Damaged},
		{"too many sections", "#src=" + url.PathEscape(crowd), scenario.TooBig},
		{"too many bytes", "#src=" + strings.Repeat("a", scenario.MaxBytes+1), scenario.TooBig},
	} {
		_, err := scenario.Open(test.fragment)
		if e := new(scenario.LinkError); !errors.As(err, &e) || e.Kind != test.want {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	if _, err := scenario.Link(&scenario.Scenario{Checks: scenario.NewChecks(strings.Repeat("a", scenario.MaxBytes))}); err == nil {
		t.Error("a scenario larger than may be has a link")
	}
}

func FuzzOpen(f *testing.F) {
	goldens(f, func(_ testing.TB, _, link string, _ *scenario.Scenario) { f.Add(link) })
	f.Add("#src=Allow%20group%20A%20to%20read%20buckets%20in%20tenancy")
	f.Fuzz(func(t *testing.T, fragment string) {
		s, err := scenario.Open(fragment)
		isLinkError(t, err)
		if (s == nil) == (err == nil) {
			t.Fatalf("both or neither: %v, %v", s, err)
		}
		if s != nil {
			reopens(t, s)
		}
	})
}
