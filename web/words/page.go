package words

import "strconv"

// What the page says, in the order in which one meets it.
const (
	Name     = "OCI Policy Playground"
	Skip     = "Skip to the verdict"
	Examples = "Examples"
	New      = "New"
	Open     = "Open"
	Save     = "Download"
	Share    = "Share"
	Undo     = "Undo"
	Redo     = "Redo"
	UndoSign = "↶"
	RedoSign = "↷"
	Help     = "Help"
	Close    = "Close"
	Dialect  = "Dialect"
	Guide    = "Guide"
	Oracle   = "Oracle"
	GuideIs  = "As a community guide describes the language"
	OracleIs = "As Oracle's own pages describe the language"

	ThemeSystem = "Theme: as the system"
	ThemeLight  = "Theme: light"
	ThemeDark   = "Theme: dark"

	Policies  = "Policies"
	Tenancy   = "Tenancy"
	Request   = "Request"
	Verdict   = "Verdict"
	Why       = "Why"
	Panes     = "Panes"
	Hide      = "Hide"
	HintHead  = "New here? "
	Hint      = "Change any word of the policy, or press one of the buttons under the verdict: the answer follows at once."
	HintRead  = "Got it"
	AboutThis = "About this scenario"

	Format     = "format"
	AddPolicy  = "+ policy"
	Of         = "of "
	NoPolicies = "No policies yet, so nothing is allowed. Add one."
	AttachedTo = "attached to"
	Remove     = "Remove"
	Problems   = "Problems"
	WidthOf    = "Width of "
	HeightOf   = "Height of the panes above the verdict"
	WhyRule    = "why?"
	Page       = "Oracle's page"
	Nowhere    = " (nowhere)"
	PolicyName = "Name of the policy"
	Statements = "Statements of "

	Tree          = "Tree"
	JSON          = "JSON"
	Compartments  = "Compartments"
	BrokenTenancy = "tenancy.json cannot be read, so there is no tree. The JSON tab shows where."
	TenancyText   = "tenancy.json"

	Sentence     = "The request as a sentence"
	Principal    = "Principal"
	Operation    = "Operation"
	In           = "In"
	SamePlace    = "the same compartment"
	Needs        = "needs "
	Expected     = "Expected"
	Pick         = "choose"
	ValueOf      = "Value of "
	KnowledgeOf  = "What is known of "
	Assumed      = "not said: "
	Yes          = "yes"
	No           = "no"
	Checks       = "Checks"
	ChecksText   = "text"
	ChecksList   = "list"
	AddCheck     = "+ check"
	NoChecks     = "No checks yet. Write a sentence above."
	RemoveCheck  = "Remove this check"
	ChecksEditor = "All checks, one a line"

	Copy         = "Copy"
	Markdown     = "Markdown"
	CopyMarkdown = "Copy as Markdown"
	Copied       = "Copied."
	NotCopied    = "The browser did not let the text be copied."
	LinkCopied   = "The link is copied."
	ExpectedWas  = "expected "
	Least        = "Least statement that would grant it"
	AttachAt     = "Attach at "
	Tried        = " Tried: "
	Insert       = "Insert"
	Audit        = "As the audit log would show it"
	Depends      = "It hangs on"
	Needed       = "needed in "
	By           = " by "
	Target       = "target"
	Named        = "named here"
	Reads        = " reads this differently."
	WhatToDo     = "What could be done"

	Filter    = "Search the examples"
	NoExample = "No example has these words."
	OpenHow   = "Paste a text, choose a file, or drop one anywhere on the page: a scenario, statements, JSON of the OCI command line (compartments, policies, groups, users and more, one list after the other), Terraform, or an audit event. It stays in your browser."
	OpenText  = "Text"
	OpenFile  = "File"
	OpenIt    = "Open"
	Onto      = "Lay it over what is open"
	Pasted    = "pasted"
	Works     = "Kept in this browser"
	WorksAre  = "The last twelve works. Nobody else sees them."
	ThisOne   = "on the page now"
	Forget    = "Forget "

	Replace    = "Open something else?"
	ReplaceHow = "The browser keeps nothing of it, so it would be gone with this page. Undo brings it back until then."
	ReplaceIt  = "Open all the same"
	Stay       = "Stay"

	Redact       = "Redact: other names for everything and everybody"
	RedactValues = "also values in quotes that name nothing of the tenancy"
	RedactProse  = "keep title, description and remarks (check them yourself)"
	Pairs        = "What stands for what"
	Kind         = "Kind"
	Before       = "Before"
	After        = "After"

	SaveAll         = "Scenario (.txtar)"
	SaveAllIs       = "All of it, in one text to read, keep and open again."
	SaveJSON        = "Policies for the OCI command line (.json)"
	SaveJSONIs      = "Name, compartment and statements of each policy."
	SaveTerraform   = "Policies for Terraform (.tf)"
	SaveTerraformIs = "A resource oci_identity_policy for each."

	CopyLink = "Copy link"
	ShareHow = "Everything is in the link itself, behind the #. No server sees it."
	Link     = "Link"

	Catalog      = "Catalog"
	CatalogIs    = "What there is to permit in OCI: every service's resource types and families, what each verb carries on them, the permissions that API operations need, and the variables that conditions can test. Look for a name, or begin with a service."
	FactsOf      = "From Oracle's public pages. Newest facts of "
	LookUp       = "A type, permission, operation, variable or service"
	Services     = "Services"
	Found        = "Found"
	NothingFound = "Nothing has this in its name"
	MoreFound    = "There is more: add a few letters."
	BackToWork   = "← Back to the playground"

	Rename    = "Rename"
	NewName   = "New name of the "
	RenameHow = "Every policy, rule and check that names it is changed along with the tenancy."

	Embed     = "Embed in a page"
	EmbedView = "Show"
	EmbedHTML = "HTML to paste"
	EmbedLook = "See what comes of it"
	CopyHTML  = "Copy HTML"

	Away        = "Open in playground"
	Dismiss     = "Dismiss"
	BackToKept  = "Back to your own work"
	TakeRival   = "Show theirs"
	KeepOwn     = "Keep mine"
	DamagedHead = "This link cannot be opened"
	DamagedText = "The link as it arrived"
	StartFresh  = "Start fresh"
	Stopped     = "The engine stopped"
	StoppedHow  = "A fault in the playground itself was caught. Your text is kept; restarting usually helps."
	Restart     = "Restart"
	CopyText    = "Copy the text"
	NotRead     = "The file could not be read."
)

// Keys are the keys and what they do.
var Keys = [][2]string{
	{"F6", "next pane"}, {"Ctrl Z, Ctrl Shift Z", "undo, redo (inside an editor: its own first)"}, {"F8", "next problem in an editor"},
	{"Ctrl .", "first fix at the caret"}, {"Shift Alt F", "format all policies"},
	{"Ctrl Space", "what could stand here"}, {"Ctrl I", "what the word at the caret means"},
	{"F12, Ctrl click", "to the entry of the tenancy that is named"}, {"F2", "rename it everywhere"}, {"Arrows, Home, End, letters, Enter", "move in the tree, aim the request there"},
	{"Insert, F2, Delete, Shift M, Shift T, Shift P", "in the tree: add, rename, delete, move, tag, attach a policy"}, {"Escape", "close"},
}

var Modelled = []string{
	"Allow statements with groups, dynamic groups, services, any-user and any-group; verbs, families and permissions in braces; conditions; inheritance through compartments.",
	"Deny statements, where the tenancy has them switched on.",
	"Endorse, Admit and Define statements, between all the tenancies of a scenario.",
	"Matching rules of dynamic groups, judged over the resources of the tenancy beside them.",
	"What no published page says is called unknown, never quietly allowed or denied.",
}

// PlaceOf stands before where the resources of another type are, LineOf is a line of a text.
func PlaceOf(kind string) string          { return kind + " in" }
func LineOf(text string, line int) string { return text + " line " + strconv.Itoa(line) }

const Private = "Nothing leaves your browser: no server, no telemetry, no request to anybody else."
