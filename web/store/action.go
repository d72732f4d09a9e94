package store

import (
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/web/shelf"
)

// Action is something that happened. Texts in it are as a person typed them.
type Action interface{ action() }

type (
	// OpenExample shows an example of the gallery.
	OpenExample struct{ Name string }
	// OpenFragment shows what an address holds behind its '#'. Kept is what the browser keeps by then: the address may be
	// that of one of them.
	OpenFragment struct {
		Fragment string
		Kept     []shelf.Kept
	}
	// OpenText shows a scenario or a policy that a page around this one gave.
	OpenText struct{ Name, Text string }
	// OpenKept goes on with a work that the browser keeps.
	OpenKept struct{ shelf.Kept }
	// NewScenario begins with nothing but a small tenancy.
	NewScenario struct{}

	// Ask asks before an action that would put another document in the place of work, and Replace takes it then.
	Ask     struct{ First Action }
	Replace struct{}
	// Shelved are the works that the browser keeps, and Forget takes one of them away.
	Shelved struct{ All []shelf.Kept }
	Forget  struct{ Key string }
	// Rival is this work as another tab went on with it. TakeRival shows that instead, KeepOwn goes on with what is here.
	Rival     struct{ shelf.Kept }
	TakeRival struct{}
	KeepOwn   struct{}

	// EditPolicy is a new text of a policy.
	EditPolicy struct{ File, Text string }
	// AddPolicy adds an empty policy, to the tenancy of a name or to the scenario's own.
	AddPolicy struct{ Of string }
	// RemovePolicy takes one away.
	RemovePolicy struct{ File string }
	// RenamePolicy gives one another name.
	RenamePolicy struct{ File, Name string }
	// AttachPolicy moves one to another compartment, given by its path.
	AttachPolicy struct{ File, Path string }
	// ListPlaces lists the compartments that a policy can be attached to, where there are too many to list them for all.
	ListPlaces struct{ Key int }
	// FormatPolicies writes all policies in the usual form.
	FormatPolicies struct{}
	// EditTenancy is a new text of the tenancy.
	EditTenancy struct{ Text string }

	// EditSentence is a new text of the request.
	EditSentence struct{ Text string }
	// SetPrincipal, SetAsk, SetPlace and SetWant change a part of the sentence; the texts are as a sentence has them.
	SetPrincipal struct{ Text string }
	SetAsk       struct{ Text string }
	SetPlace     struct{ Path, Of string } // of another tenancy, when it is named
	SetWant      struct{ Text string }
	// SetVariable says what a variable holds.
	SetVariable struct {
		Name  string
		State Knowledge
		Value string
	}
	// SetElsewhere says in which compartment the resources of another type are, by its path or SamePlace.
	SetElsewhere struct{ Type, Place string }
	// SetCircumstance says whether a circumstance of the operation holds.
	SetCircumstance struct {
		Name  string
		State Knowledge
	}
	// Suggest asks for operations like the one that is being typed.
	Suggest struct{ Text string }

	// AddCheck keeps the request and asks a copy of it.
	AddCheck struct{}
	// RemoveCheck takes a line of the checks away, as long as it has this text. LoadCheck asks it.
	RemoveCheck struct {
		Line int
		Text string
	}
	LoadCheck struct{ Line int }
	// EditChecks is a new text of all checks.
	EditChecks struct{ Text string }

	// SetDialect reads everything by another account of the language.
	SetDialect struct{ Dialect policy.Dialect }
	// ApplyFix makes the edits of a fix, in whichever texts they are.
	ApplyFix struct{ Fix source.Fix }
	// AddMissing adds to the tenancies all that the texts name and they do not have.
	AddMissing struct{}
	// FixProblem applies the fix of that title for what there is to say of some words. The page may ask for one that has gone
	// with what was just typed: then nothing is changed.
	FixProblem struct {
		At    source.Span
		Title string
	}
	// FixStory applies a fix that the chain offers, as long as it has this title.
	FixStory struct {
		Need, Statement, Fix int
		Title                string
	}
	// InsertStatement adds the least statement that the story offers, InsertText one out of the catalog.
	InsertStatement struct{}
	InsertText      struct{ Statement string }

	// Consult opens the catalog at a name, LookUp looks for names in it, ShutCatalog goes back to the work.
	Consult     struct{ Name string }
	LookUp      struct{ Query string }
	ShutCatalog struct{}

	// Undo and Redo go a step back or forth.
	Undo struct{}
	Redo struct{}

	// SetLight lights words and a compartment, Unlight ends that.
	SetLight struct{ Light Light }
	Unlight  struct{}
	// Show selects words in their editor.
	Show struct{ Span source.Span }

	// GoTo shows what is named at an offset of a text, AskRename asks for another name of it and RenameTo gives one.
	GoTo struct {
		File string
		At   int
	}
	AskRename struct {
		File string
		At   int
	}
	RenameTo struct{ Name string }

	SetTheme      struct{ Theme string }
	SetPane       struct{ Pane string }
	ShowDialog    struct{ Dialog string } // "" closes
	SetFilter     struct{ Text string }
	SetFramed     struct{ View string }
	SetJSON       struct{ On bool }
	SetChecksText struct{ On bool }
	ShutAbout     struct{}
	// Greet takes the hint for a first visit away, for good.
	Greet struct{}
	Fold  struct {
		Path string
		Shut bool
	}
	TreeTo        struct{ Path string }
	Tell          struct{ Notice Notice }
	DismissNotice struct{}

	// Announce reads the verdict out, now that typing pauses.
	Announce struct{}
	// Settle tries the statement that the story offers and finds the advice, now that typing pauses.
	Settle struct{}
	// Stopped is a panic that was caught.
	Stopped struct{ Failure Failure }
)

// SamePlace is no compartment's path: there the resources are where the request is aimed.
const SamePlace = ":"

// Knowledge is what a person said about something.
type Knowledge string

const (
	NotSaid Knowledge = "not given"
	Given   Knowledge = "given"
	Absent  Knowledge = "absent"
	Holds   Knowledge = "yes"
	Not     Knowledge = "no"
)

func (OpenExample) action()     {}
func (OpenFragment) action()    {}
func (OpenText) action()        {}
func (OpenKept) action()        {}
func (Ask) action()             {}
func (Replace) action()         {}
func (Shelved) action()         {}
func (Forget) action()          {}
func (Rival) action()           {}
func (TakeRival) action()       {}
func (KeepOwn) action()         {}
func (NewScenario) action()     {}
func (EditPolicy) action()      {}
func (AddPolicy) action()       {}
func (RemovePolicy) action()    {}
func (RenamePolicy) action()    {}
func (AttachPolicy) action()    {}
func (ListPlaces) action()      {}
func (FormatPolicies) action()  {}
func (EditTenancy) action()     {}
func (EditSentence) action()    {}
func (SetPrincipal) action()    {}
func (SetAsk) action()          {}
func (SetPlace) action()        {}
func (SetWant) action()         {}
func (SetVariable) action()     {}
func (SetElsewhere) action()    {}
func (SetCircumstance) action() {}
func (Suggest) action()         {}
func (AddCheck) action()        {}
func (RemoveCheck) action()     {}
func (LoadCheck) action()       {}
func (EditChecks) action()      {}
func (SetDialect) action()      {}
func (ApplyFix) action()        {}
func (AddMissing) action()      {}
func (FixProblem) action()      {}
func (FixStory) action()        {}
func (InsertStatement) action() {}
func (Undo) action()            {}
func (Redo) action()            {}
func (SetLight) action()        {}
func (Unlight) action()         {}
func (Show) action()            {}
func (GoTo) action()            {}
func (AskRename) action()       {}
func (RenameTo) action()        {}
func (SetTheme) action()        {}
func (SetPane) action()         {}
func (ShowDialog) action()      {}
func (SetFramed) action()       {}
func (SetFilter) action()       {}
func (SetJSON) action()         {}
func (SetChecksText) action()   {}
func (ShutAbout) action()       {}
func (Greet) action()           {}
func (Fold) action()            {}
func (TreeTo) action()          {}
func (Tell) action()            {}
func (DismissNotice) action()   {}
func (Announce) action()        {}
func (InsertText) action()      {}
func (Consult) action()         {}
func (LookUp) action()          {}
func (ShutCatalog) action()     {}
func (Settle) action()          {}
func (Stopped) action()         {}
