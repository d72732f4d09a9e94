package store_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/examples"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/words"
)

const archive = `Readers

-- tenancy.json --
{"name": "acme",
 "compartments": [{"name": "Prod", "compartments": [{"name": "Data"}]}],
 "groups": [{"name": "Readers"}],
 "users": [{"name": "alice", "groups": ["Readers"]}, {"name": "bob"}],
 "dynamicGroups": [{"name": "pods", "matchingRule": "all {instance.compartment = '\u00e9', tag.a.b.value = '<\"x\">'}"}],
 "resources": [{"name": "web1", "type": "instance", "compartment": "Prod"}]}
-- policies/readers.policy --
Allow group Readers to read buckets in compartment Prod
-- policies/Prod/inner.policy --
Allow group Readers to use objects in compartment Data where target.bucket.name = 'logs'
-- checks --
# what holds
alice may GetBucket in Prod:Data
alice may not DeleteBucket in Prod:Data
`

// opened is a store with the scenario above, after these actions.
func opened(actions ...store.Action) *store.Store {
	s := store.New("", nil, "https://play.example/")
	s.Dispatch(store.OpenText{Name: "test", Text: archive})
	return done(s, actions...)
}

func done(s *store.Store, actions ...store.Action) *store.Store {
	for _, a := range actions {
		s.Dispatch(a)
	}
	return s
}

func word(s *store.Store) string { return s.Views().Verdict.Outcome.Says }

func wants(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %q, not %q", what, got, want)
	}
}

func TestTheFirstVisitShowsAnExampleAndLeavesTheAddressAlone(t *testing.T) {
	s := store.New("", nil, "")
	wants(t, "the verdict", word(s), "DENIED")
	if !s.State().Fresh || s.State().Touched {
		t.Error("nobody asked for the example yet")
	}
}

func TestAnEditFlipsTheVerdictAndUndoFlipsItBack(t *testing.T) {
	s := opened(store.LoadCheck{Line: 3})
	wants(t, "the verdict", word(s), "DENIED")
	s.Dispatch(store.EditPolicy{File: "policies/readers.policy", Text: "Allow group Readers to manage buckets in compartment Pro"})
	s.Dispatch(store.EditPolicy{File: "policies/readers.policy", Text: "Allow group Readers to manage buckets in compartment Prod"})
	wants(t, "the verdict", word(s), "ALLOWED")
	wants(t, "the checks", s.Views().Request.Holding, "1 of 2 hold")
	s.Dispatch(store.Undo{})
	wants(t, "the verdict after one step back", word(s), "DENIED")
	s.Dispatch(store.Redo{})
	wants(t, "the verdict after a step forth", word(s), "ALLOWED")
}

func TestPoliciesKeepTheirKeysWhenOthersGo(t *testing.T) {
	s := opened()
	key := s.Views().Policies.Cards[1].Key
	s.Dispatch(store.RemovePolicy{File: "policies/readers.policy"})
	if cards := s.Views().Policies.Cards; len(cards) != 1 || cards[0].Key != key {
		t.Errorf("the other policy became %+v", cards)
	}
}

func TestAPolicyIsRenamedAndMovedWithoutMeetingAnother(t *testing.T) {
	s := opened(store.RenamePolicy{File: "policies/readers.policy", Name: "in/ner"},
		store.RenamePolicy{File: "policies/in-ner.policy", Name: "inner"},
		store.AttachPolicy{File: "policies/inner.policy", Path: "Prod"})
	wants(t, "its file", s.Views().Policies.Cards[0].File, "policies/Prod/inner-2.policy")
}

func TestAFixOfAProblemIsTheOneThatIsAskedFor(t *testing.T) {
	const two = "Allow group Reader to read buckets in tenancy\nAllow group Readrs to use buckets in tenancy\n"
	s := opened(store.EditPolicy{File: readers, Text: two})
	all := s.Views().Policies.Problems
	drawn := all[slices.IndexFunc(all, func(p store.ProblemView) bool { return p.Where == "readers line 2" })]
	fix := store.FixProblem{At: drawn.Span, Title: drawn.Fixes[0].Name}
	s.Dispatch(fix)
	wants(t, "the policy", s.Views().Policies.Cards[0].Text.Text, strings.Replace(two, "Readrs", "Readers", 1))
	s.Dispatch(store.EditPolicy{File: readers, Text: "# new\n" + two})
	s.Dispatch(fix) // the page has not drawn the newest text yet
	wants(t, "the policy", s.Views().Policies.Cards[0].Text.Text, "# new\n"+two)
}

func TestAFixOfTheChainMendsAPolicy(t *testing.T) {
	s := opened(store.LoadCheck{Line: 3})
	before := s.Views().Policies.Cards[0].Text.Text
	drawn := s.Views().Chain.Needs[0].Statements[0].Fixes[0]
	s.Dispatch(store.FixStory{Need: drawn.Need, Statement: drawn.Statement, Fix: drawn.Fix, Title: "another that was there before"})
	wants(t, "the policy", s.Views().Policies.Cards[0].Text.Text, before)
	s.Dispatch(store.FixStory{Need: drawn.Need, Statement: drawn.Statement, Fix: drawn.Fix, Title: drawn.Name})
	wants(t, "the verdict", word(s), "ALLOWED")
	wants(t, "the policy", s.Views().Policies.Cards[0].Text.Text, "Allow group Readers to manage buckets in compartment Prod\n")
}

func TestAFixOfAMatchingRuleIsWrittenIntoTheTenancy(t *testing.T) {
	s := opened()
	rule := "dynamic group pods"
	text := "all {instance.compartment = 'é', tag.a.b.value = '<\"x\">'}"
	at := strings.Index(text, "instance.compartment")
	end := at + len("instance.compartment")
	s.Dispatch(store.ApplyFix{Fix: source.Replace("", source.Span{File: rule, Start: at, End: end}, "instance.compartment.id")})
	tenancy := s.State().Work.Scenario.Tenancy.Text
	if want := `"matchingRule": "all {instance.compartment.id = 'é', tag.a.b.value = '<\"x\">'}"`; !strings.Contains(tenancy, want) {
		t.Errorf("the tenancy is\n%s", tenancy)
	}
}

func TestAFixOfTheTenancyAndOfACheckIsMadeThere(t *testing.T) {
	s := opened()
	tenancy, checks := s.State().Work.Scenario.Tenancy, s.State().Work.Scenario.Checks
	name, bucket := strings.Index(tenancy.Text, "acme"), strings.Index(checks.Text, "GetBucket")
	s.Dispatch(store.ApplyFix{Fix: source.Fix{Edits: []source.Edit{
		{Span: tenancy.Span(name, name+4), New: "other"}, {Span: checks.Span(bucket, bucket+9), New: "ListBuckets"}}}})
	wants(t, "the root", s.Views().Tenancy.Rows[0].Name, "other")
	wants(t, "the request", s.Views().Request.Sentence.Text, "alice may ListBuckets in Prod:Data")
}

func TestTheFormRewritesTheSentence(t *testing.T) {
	for _, c := range []struct {
		action store.Action
		want   string
	}{
		{store.SetPrincipal{Text: "instance web1"}, "instance web1 may GetBucket in Prod:Data"},
		{store.SetAsk{Text: "manage buckets"}, "alice may manage buckets in Prod:Data"},
		{store.SetPlace{Path: ""}, "alice may GetBucket in tenancy"},
		{store.SetWant{Text: "may not"}, "alice may not GetBucket in Prod:Data"},
		{store.SetVariable{Name: "target.bucket.name", State: store.Given, Value: "it's"}, `alice may GetBucket in Prod:Data with target.bucket.name = 'it\'s'`},
		{store.SetVariable{Name: "request.region", State: store.Absent}, "alice may GetBucket in Prod:Data with absent request.region"},
		{store.SetVariable{Name: "request.region", State: store.NotSaid}, "alice may GetBucket in Prod:Data"},
	} {
		wants(t, "the sentence", opened(c.action).Views().Request.Sentence.Text, c.want)
	}
}

func TestOtherResourcesArePlaced(t *testing.T) {
	s := store.New("example=create-secret", nil, "")
	s.Dispatch(store.EditSentence{Text: "sam may CreateSecret in Prod"})
	wants(t, "the verdict", word(s), "DENIED")
	wants(t, "the permissions", s.Views().Request.Form.Needs, "needs SECRET_CREATE, VAULT_CREATE_SECRET and 2 more")
	for _, e := range s.Views().Request.Elsewhere {
		wants(t, "the place of "+e.Type, e.Place, store.SamePlace)
		s.Dispatch(store.SetElsewhere{Type: e.Type, Place: "Security"})
	}
	wants(t, "the verdict", word(s), "ALLOWED")
	wants(t, "the request", s.Views().Request.Sentence.Text, "sam may CreateSecret in Prod with vaults in Security, keys in Security")
	s.Dispatch(store.SetElsewhere{Type: "keys", Place: store.SamePlace})
	wants(t, "the request", s.Views().Request.Sentence.Text, "sam may CreateSecret in Prod with vaults in Security")
}

func TestADelegatedKeyIsPlacedWhereTheKeyIs(t *testing.T) {
	for request, want := range map[string]string{
		"alice may CreateBucket in Prod with vault-key":                            "keys",
		"alice may CreateBucket in Prod with vault-key, key-delegate in Prod:Data": "key-delegate keys",
		"alice may CreateBucket in Prod with vault-key, buckets in Prod:Data":      "buckets keys",
	} {
		var types []string
		for _, e := range opened(store.EditSentence{Text: request}).Views().Request.Elsewhere {
			types = append(types, e.Type)
		}
		wants(t, request, strings.Join(types, " "), want)
	}
}

func TestWhatIsTypedAsItStandsChangesNothing(t *testing.T) {
	s := opened()
	before := s.State().Work.Scenario
	done(s, store.EditPolicy{File: readersFile, Text: s.State().Work.Scenario.Policies[0].File.Text}, store.EditSentence{Text: s.Views().Request.Sentence.Text + " "})
	if s.State().Work.Scenario != before {
		t.Error("it is another scenario")
	}
}

func TestOnlyWhatIsAskedForIsInTheForm(t *testing.T) {
	s := opened(store.EditSentence{Text: "alice might PutObject in Prod:Data"})
	var names []string
	for _, v := range s.Views().Request.Variables {
		names = append(names, v.Name)
	}
	wants(t, "the variables", strings.Join(names, " "), "target.bucket.name")
	wants(t, "the caller", s.Views().Request.Form.Who, "alice")
	wants(t, "the place", s.Views().Request.Form.Place, "Prod:Data")
}

func TestChecksAreAddedAskedAndRemoved(t *testing.T) {
	s := opened(store.LoadCheck{Line: 3}, store.AddCheck{})
	wants(t, "the checks", s.Views().Request.Holding, "3 of 3 hold")
	s.Dispatch(store.EditSentence{Text: "bob may\nListBuckets in tenancy"})
	wants(t, "the request", s.Views().Request.Sentence.Text, "bob may ListBuckets in tenancy")
	for range 2 { // a second click may come before the page has drawn what the first one did
		s.Dispatch(store.RemoveCheck{Line: 2, Text: "alice may GetBucket in Prod:Data"})
	}
	wants(t, "the request", s.Views().Request.Sentence.Text, "bob may ListBuckets in tenancy")
	s.Dispatch(store.EditSentence{Text: ""})
	wants(t, "the verdict", word(s), "NOTHING ASKED")
}

func TestTheLeastStatementIsTriedAndInserted(t *testing.T) {
	tried := 0
	for _, name := range examples.Names() {
		s := store.New("example="+name, nil, "")
		for i := range s.State().Analysis.Answers {
			s.Dispatch(store.LoadCheck{Line: s.State().Work.Scenario.Checks.Position(s.State().Analysis.Answers[i].Line.Span.Start).Line})
			least := s.Views().Chain.Least
			if !least.Ours {
				continue
			}
			tried++
			wants(t, name+": the least statement is tried", least.Tried.Says, "ALLOWED")
			s.Dispatch(store.InsertStatement{})
			wants(t, name+": the verdict with the least statement", word(s), "ALLOWED")
			s.Dispatch(store.Undo{})
		}
	}
	if tried < 20 {
		t.Errorf("only %d least statements were tried", tried)
	}
}

func TestALeastStatementThatIsNotAllSaysWhatBecomesOfIt(t *testing.T) {
	s := store.New("src="+url.PathEscape("Allow group Devs to use keys in compartment A where target.key.id = 'k'"), nil, "")
	s.Dispatch(store.EditSentence{Text: "alice may CreateSecret in A"})
	wants(t, "the least statement is tried", s.Views().Chain.Least.Tried.Says, "DEPENDS")
	s.Dispatch(store.InsertStatement{})
	wants(t, "the verdict with it", word(s), "DEPENDS")
}

func TestALinkHoldsEverything(t *testing.T) {
	s := opened(store.SetDialect{Dialect: policy.Oracle}, store.LoadCheck{Line: 3})
	link, err := s.State().Link()
	if err != nil {
		t.Fatal(err)
	}
	other := store.New(link, nil, "")
	wants(t, "the request", other.Views().Request.Sentence.Text, "alice may not DeleteBucket in Prod:Data")
	if other.State().Work.Scenario.Dialect != policy.Oracle {
		t.Error("the dialect is lost")
	}
	wants(t, "the verdict", word(other), word(s))
}

func TestADamagedLinkShowsNothingElse(t *testing.T) {
	link, _ := opened().State().Link()
	s := store.New(link[:len(link)/2], nil, "")
	if d := s.State().Damaged; d == nil || !strings.Contains(d.Message, "cut") || d.Link != link[:len(link)/2] {
		t.Errorf("it says %+v", d)
	}
	if cards := s.Views().Policies.Cards; len(cards) > 0 {
		t.Error("it shows a scenario")
	}
	s.Dispatch(store.NewScenario{})
	if s.State().Damaged != nil {
		t.Error("it cannot be left")
	}
}

func TestBareStatementsGetATenancyAndARequestThatTheyAreFor(t *testing.T) {
	for statements, want := range map[string]string{
		"Allow group Devs to read buckets in compartment A:B":                                           "alice may GetBucket in A:B",
		"Allow group Devs to use subnets in compartment A":                                              "alice may GetSubnet in A", // which read is enough for
		"Allow group Devs to manage virtual-network-family in compartment A":                            "alice may CreateCpe in A",
		"Allow group Devs to manage objects in compartment A":                                           "alice may PutObject in A",
		"Allow group Devs to read audit-events in compartment A":                                        "alice may read audit-events in A", // no call is for this alone
		"Allow group Devs to {BUCKET_READ, OBJECT_READ} in compartment A":                               "alice may {BUCKET_READ} in A",
		"Allow group Devs to manage all-resources in compartment A":                                     "alice may ListBuckets in A",
		"Allow service x to read buckets in compartment A\nAllow group G to read keys in compartment B": "alice may GetKey in B",
	} {
		s := store.New("src="+url.PathEscape(statements), nil, "")
		wants(t, statements, s.Views().Request.Sentence.Text, want)
		wants(t, want, word(s), "ALLOWED")
	}
	for statements, want := range map[string]string{
		"Allow group Devs to use cloud-shell in tenancy\nAllow group Ops to read keys in compartment B\nAllow group Devs to use subnets in compartment A": "alice may GetSubnet in A",
		"Allow group Devs to use cloud-shell in compartment A":        "alice may use cloud-shell in A",
		"Allow group Devs to read teapots in compartment A":           "alice may ListBuckets in A",
		"Allow dynamic-group Runners to read keys in compartment A:B": "alice may ListBuckets in A:B",
		"Allow group Devs to read buckets in tenancy":                 "alice may GetBucket in tenancy",
	} {
		wants(t, statements, store.New("src="+url.PathEscape(statements), nil, "").Views().Request.Sentence.Text, want)
	}
}

func TestAChainWithoutStatementsSaysWhy(t *testing.T) {
	for sentence, want := range map[string]string{
		"alice may use cloud-shell in Prod": words.NothingTried,
		"alice may use teapots in Prod":     words.NamesNothing,
		"alice may GetBucket in Prod":       "",
	} {
		wants(t, sentence, opened(store.EditSentence{Text: sentence}).Views().Chain.Empty, want)
	}
}

func TestWhatDoesNotChangeIsNotDrawnAgain(t *testing.T) {
	s := opened()
	before := s.Views()
	s.Dispatch(store.SetLight{Light: store.Light{Span: source.Span{File: "policies/readers.policy", Start: 0, End: 5}}})
	after := s.Views()
	if before.Policies == after.Policies {
		t.Error("the lit words are not shown")
	}
	if before.Request != after.Request || before.Verdict != after.Verdict || before.Chain != after.Chain || before.Tenancy != after.Tenancy {
		t.Error("a view that shows the same is another one")
	}
}

func TestThePastIsNotChangedByTheFuture(t *testing.T) {
	var e engine.Engine
	first := store.Start(&e, "", nil)
	before := first.Answer().Decision.Verdict
	file := first.Work.Scenario.Policies[0].File.Name
	second := store.Update(&e, first, store.EditPolicy{File: file, Text: "Allow any-user to manage all-resources in tenancy"})
	if first.Answer().Decision.Verdict != before || second.Answer().Decision.Verdict != authz.Allow {
		t.Error("the first state changed")
	}
}

func TestAFailureChangesNothing(t *testing.T) {
	s := opened()
	s.Fail("out of paint", "somewhere")
	if f := s.Views().Notice.Failure; f == nil || !strings.Contains(f.Text, "group Readers") {
		t.Errorf("it says %+v", f)
	}
	wants(t, "the verdict", word(s), "ALLOWED")
}

func TestTheVerdictIsThereBeforeTheOtherViews(t *testing.T) {
	s := opened()
	before := s.Views()
	s.Dispatch(store.EditSentence{Text: "alice may DeleteBucket in Prod"})
	wants(t, "the verdict", s.Verdict().Outcome.Says, "DENIED")
	if s.Chain() == before.Chain {
		t.Error("the chain waits for the other views")
	}
	after := s.Views()
	wants(t, "the request", after.Request.Sentence.Text, "alice may DeleteBucket in Prod")
	if after.Verdict != s.Verdict() || after.Chain != s.Chain() {
		t.Error("the views are of different states")
	}
}

func TestTheHintForAFirstVisitGoesForGood(t *testing.T) {
	hint := func(s *store.Store) bool { return s.Views().About.Hint }
	if !hint(store.New("", nil, "")) {
		t.Error("a first visit has no hint")
	}
	for name, a := range map[string]store.Action{"dismissed": store.Greet{}, "an edit": store.EditPolicy{File: "policies/pull.policy", Text: "x"},
		"an example": store.OpenExample{Name: "patterns"}} {
		if s := done(store.New("", nil, ""), a); hint(s) || !s.State().Greeted {
			t.Errorf("after %s the hint is still there", name)
		}
	}
	if s := done(store.New("", nil, ""), store.SetTheme{Theme: "dark"}, store.ShowDialog{Dialog: "help"}, store.SetPane{Pane: "policies"}); !hint(s) {
		t.Error("looking around takes the hint away")
	}
	if hint(store.New("example=patterns", nil, "")) {
		t.Error("the hint is on a page that somebody asked for")
	}
}

func TestWhatComesOfAButtonIsToldWhereItIs(t *testing.T) {
	told := func(actions ...store.Action) string {
		return done(store.New("", nil, ""), actions...).Views().Dialog.Told
	}
	copied := store.Tell{Notice: store.Notice{Text: "Copied.", Kind: store.Brief}}
	wants(t, "the dialog", told(store.ShowDialog{Dialog: "share"}, copied), "Copied.")
	wants(t, "the dialog afterwards", told(store.ShowDialog{Dialog: "share"}, copied, store.DismissNotice{}), "")
	wants(t, "what is no dialog", told(copied), "")
}
