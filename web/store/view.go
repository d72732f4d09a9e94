package store

import (
	"reflect"
	"slices"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	say "oci-policy-playground/web/words"
)

// Views is what the page shows. A view that is the same as before is the one before.
type Views struct {
	Header   *HeaderView
	About    *AboutView
	Policies *PoliciesView
	Tenancy  *TenancyView
	Request  *RequestView
	Verdict  *VerdictView
	Chain    *ChainView
	Dialog   *DialogView
	Notice   *NoticeView
	Catalog  *CatalogView
	Embed    *EmbedView
	Pane     string
	Spoken   string
}

// answered is the views with the verdict and the chain of this state.
func (s State) answered(before Views) Views {
	before.Verdict, before.Chain = same(before.Verdict, s.verdictView()), same(before.Chain, s.chainView())
	return before
}

// views are all of them, of which the verdict and the chain stand already.
func (s State) views(before Views) Views {
	places := s.places()
	return Views{
		Header:   same(before.Header, s.headerView()),
		About:    same(before.About, s.aboutView()),
		Policies: same(before.Policies, s.policiesView(places)),
		Tenancy:  same(before.Tenancy, s.tenancyView()),
		Request:  same(before.Request, s.requestView(places)),
		Verdict:  before.Verdict,
		Chain:    before.Chain,
		Dialog:   same(before.Dialog, s.dialogView()),
		Notice:   same(before.Notice, s.noticeView()),
		Catalog:  same(before.Catalog, s.catalogView()),
		Embed:    same(before.Embed, s.embedView()),
		Pane:     s.Pane,
		Spoken:   s.Spoken,
	}
}

// same is the view before where the new one shows nothing else. Reflection cannot forget a field.
func same[T any](before *T, now T) *T {
	if before != nil && reflect.DeepEqual(*before, now) {
		return before
	}
	return &now
}

// Phrase is a piece of a sentence.
type Phrase struct {
	Text  string
	Style string // "", "code" for words of OCI's language, "strong"
	Link  string // the name of its page in the catalog
}

// Word is a piece of a statement or of JSON. Class is the facet it belongs to.
type Word struct {
	Text, Class string
	Failed      bool // it belongs to what made the statement fail
}

// Token is a word in an editor.
type Token struct {
	Start, End int
	Class      string
}

// Mark is a sign beside the line of an editor that a place is in.
type Mark struct {
	At           int
	Class, Label string
}

// Range is a stretch of an editor's text that is lit.
type Range struct {
	Start, End int
	Class      string
}

// Text is what an editor shows. What its words look like it asks [State.Paint]; another text, or another Look where more
// than the text decides, is another answer.
type Text struct {
	File     string
	Text     string
	Document int
	Look     int
	Problems []source.Diagnostic
	Lit      []Range
	Reveal   Reveal
}

// Option is a choice of a select.
type Option struct{ Value, Label, Group string }

// HeaderView is the bar at the top.
type HeaderView struct {
	Oracle           bool
	Theme            string
	CanUndo, CanRedo bool
	Damaged          bool
}

func (s State) headerView() HeaderView {
	return HeaderView{Oracle: s.Work.Scenario.Dialect == policy.Oracle, Theme: s.Theme,
		CanUndo: s.CanUndo(), CanRedo: s.CanRedo(), Damaged: s.Damaged != nil}
}

// AboutView is what the scenario says about itself.
type AboutView struct {
	Title string
	About []Phrase
	Shut  bool
	Hint  bool // on what to try, for a first visit
}

func (s State) aboutView() AboutView {
	x := s.Work.Scenario
	return AboutView{Title: x.Title, About: phrases(x.About), Shut: s.AboutShut || x.Title == "" && x.About == "", Hint: s.Fresh && !s.Greeted}
}

// NoticeView is a strip above everything, or a whole page where a link is damaged or the program failed.
type NoticeView struct {
	Notice  Notice
	Damaged *Damaged
	Failure *Failure
	Ahead   Progressed
}

func (s State) noticeView() NoticeView {
	notice := s.Notice
	if notice.Kind == HasMissing && len(s.Analysis.Missing()) == 0 {
		notice = Notice{}
	}
	return NoticeView{notice, s.Damaged, s.Failure, s.Ahead}
}

// light is what is lit in a file.
func (s State) light(f *source.File) []Range {
	at := s.Lit.Span
	if at.File != f.Name || at.End <= at.Start || at.End > len(f.Text) {
		return nil
	}
	return []Range{{at.Start, at.End, "lit"}}
}

// mostUnderlined is how many problems are underlined in an editor. The signs beside its lines are there for all.
const mostUnderlined = 500

// underlined are the problems of a text: of too many the errors, and of too many errors the first.
func (s State) underlined(f *source.File) []source.Diagnostic {
	all := s.Problems.In(f.Name)
	if len(all) > mostUnderlined {
		all = slices.DeleteFunc(all, func(d source.Diagnostic) bool { return d.Severity != source.Error })
	}
	return all[:min(len(all), mostUnderlined)]
}

func (s State) revealIn(f *source.File) Reveal { return s.Reveals[f.Name] }

// classes of the four facets, of editors and of everything else.
var facetClass = map[policy.Facet]string{policy.Subject: "subject", policy.Grant: "grant", policy.Location: "location", policy.Condition: "condition"}

// Outcome is how a result is shown: a class, a sign and the word for those who do not see it.
type Outcome struct{ Class, Sign, Says string }

var outcomes = map[authz.Result]Outcome{
	authz.Pass: {"good", "✓", say.Holds}, authz.Fail: {"bad", "✗", say.Fails},
	authz.Unknown: {"unsure", "?", say.NotKnown}, authz.Skipped: {"quiet", "–", say.NotJudged},
}

var verdicts = map[authz.Verdict]Outcome{
	authz.Allow: {"good", "disc", say.Allowed}, authz.Deny: {"bad", "octagon", say.Denied},
	authz.Conditional: {"unsure", "half", say.Depending}, authz.Invalid: {"quiet", "ring", say.CannotBeJudged},
}
