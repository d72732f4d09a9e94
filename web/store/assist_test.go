package store_test

import (
	"strings"
	"testing"

	"oci-policy-playground/web/store"
)

// place is the offset behind words in a text.
func place(text, words string) int { return strings.Index(text, words) + len(words) }

func labels(items []store.Item) string {
	var all []string
	for _, it := range items {
		all = append(all, it.Label)
	}
	return strings.Join(all, ", ")
}

func TestEveryTextIsHelpedWithInItsOwnWay(t *testing.T) {
	s := opened().State()
	inner := "policies/Prod/inner.policy"
	wants(t, "a path below the attachment", labels(s.Complete(inner, "Allow group Readers to read buckets in compartment D", len("Allow group Readers to read buckets in compartment D"))), "Data, Prod, id")
	wants(t, "a caller", labels(s.Complete("request", "ali", 3)), "alice")
	wants(t, "nothing in JSON", labels(s.Complete("tenancy.json", "{}", 1)), "")
	card, ok := s.Hover(inner, "Allow group Readers to read buckets in compartment Data", 14)
	if !ok || !strings.HasPrefix(card.Text, "`group Readers`\nIn it: `alice`") || len(card.Acts) != 2 {
		t.Errorf("the card is %+v", card)
	}
}

func TestARuleIsCompletedInTheJSONAroundIt(t *testing.T) {
	text := `{"compartments": [{"name": "Prod"}], "dynamicGroups": [{"name": "pods", "matchingRule": "instance.compartment.id = "}],
 "resources": [{"name": "web1", "type": "instance", "compartment": "Prod"}]}`
	st := done(opened(), store.EditTenancy{Text: text})
	s := st.State()
	at := place(text, "compartment.id = ")
	items := s.Complete("tenancy.json", text, at)
	if len(items) == 0 || items[1].Insert != "'ocid1.compartment.oc1..Prod'" || items[1].Start != at || items[1].End != at {
		t.Errorf("offered: %+v", items)
	}
}

func TestGoingToANameShowsItInTheTenancy(t *testing.T) {
	s := opened()
	text := s.State().Work.Scenario.Policies[0].File.Text
	done(s, store.GoTo{File: "policies/readers.policy", At: place(text, "compartment Pr")})
	at := s.State().Reveals["tenancy.json"]
	wants(t, "what is shown", s.State().Work.Scenario.Tenancy.Slice(at.Span), "Prod")
	if !s.State().JSON || !at.Fresh || s.State().Pane != "tenancy" {
		t.Error("the JSON is not shown")
	}
}

func TestARenameReachesEveryText(t *testing.T) {
	s := opened()
	text := s.State().Work.Scenario.Policies[0].File.Text
	done(s, store.AskRename{File: "policies/readers.policy", At: place(text, "compartment Pr")}, store.RenameTo{Name: "Prod:x"})
	wants(t, "the dialog", s.Views().Dialog.Kind, "rename")
	if len(s.Views().Dialog.Rename.Problem) == 0 {
		t.Error("a name with a colon is taken")
	}
	done(s, store.RenameTo{Name: "Main Floor"}, store.ShowDialog{})
	x := s.State().Work.Scenario
	wants(t, "the statement", strings.TrimSpace(x.Policies[0].File.Text), "Allow group Readers to read buckets in compartment 'Main Floor'")
	wants(t, "where the other policy is attached", x.Policies[1].AttachedTo, "Main Floor")
	if !strings.Contains(x.Checks.Text, "alice may GetBucket in 'Main Floor:Data'") {
		t.Errorf("the checks are %s", x.Checks.Text)
	}
	if !strings.Contains(x.Tenancy.Text, `"compartment": "Main Floor"`) || strings.Contains(x.Tenancy.Text, "Prod") {
		t.Errorf("the tenancy is %s", x.Tenancy.Text)
	}
	wants(t, "problems", s.Views().Policies.Count, "1 error") // the rule that was wrong before
	done(s, store.Undo{})
	wants(t, "the statement", strings.TrimSpace(s.State().Work.Scenario.Policies[0].File.Text), "Allow group Readers to read buckets in compartment Prod")
}

func TestAGroupIsRenamedWhereUsersJoinIt(t *testing.T) {
	s := done(opened(), store.AskRename{File: "policies/readers.policy", At: 14}, store.RenameTo{Name: "Librarians"})
	x := s.State().Work.Scenario
	if strings.Contains(x.Tenancy.Text, "Readers") || strings.Contains(x.Policies[0].File.Text+x.Policies[1].File.Text, "Readers") {
		t.Errorf("Readers is left over in %s", x.Tenancy.Text)
	}
	wants(t, "the verdict", word(s), "ALLOWED")
}
