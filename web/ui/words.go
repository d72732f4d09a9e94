package ui

// What the page says, in the order in which one meets it.
const (
	sayName     = "OCI Policy Playground"
	saySkip     = "Skip to the verdict"
	sayExamples = "Examples"
	sayNew      = "New"
	sayOpen     = "Open"
	saySave     = "Download"
	sayShare    = "Share"
	sayUndo     = "Undo"
	sayRedo     = "Redo"
	sayHelp     = "Help"
	sayClose    = "Close"
	sayDialect  = "Dialect"
	sayGuide    = "Guide"
	sayOracle   = "Oracle"
	sayGuideIs  = "As a community guide describes the language"
	sayOracleIs = "As Oracle's own pages describe the language"

	sayThemeSystem = "Theme: as the system"
	sayThemeLight  = "Theme: light"
	sayThemeDark   = "Theme: dark"

	sayPolicies  = "Policies"
	sayTenancy   = "Tenancy"
	sayRequest   = "Request"
	sayVerdict   = "Verdict"
	sayWhy       = "Why"
	sayPanes     = "Panes"
	sayHide      = "Hide"
	sayAboutThis = "About this scenario"

	sayFormat     = "format"
	sayAddPolicy  = "+ policy"
	sayOf         = "of "
	sayNoPolicies = "No policies yet, so nothing is allowed. Add one."
	sayAttachedTo = "attached to"
	sayRemove     = "Remove"
	sayProblems   = "Problems"
	sayWidthOf    = "Width of "
	sayHeightOf   = "Height of the panes above the verdict"
	sayWhyRule    = "why?"
	sayPage       = "Oracle's page"
	sayNowhere    = " (nowhere)"
	sayPolicyName = "Name of the policy"
	sayStatements = "Statements of "

	sayTree          = "Tree"
	sayJSON          = "JSON"
	sayCompartments  = "Compartments"
	sayPeople        = "People and groups"
	sayDynamic       = "Dynamic groups"
	sayResources     = "Resources"
	sayNobody        = "nobody"
	sayMatches       = "matches "
	sayNothing       = "nothing"
	sayNoGroup       = "in no group"
	sayBrokenTenancy = "tenancy.json cannot be read, so there is no tree. The JSON tab shows where."
	sayTenancyText   = "tenancy.json"

	saySentence     = "The request as a sentence"
	sayPrincipal    = "Principal"
	sayOperation    = "Operation"
	sayIn           = "In"
	saySamePlace    = "the same compartment"
	sayExpected     = "Expected"
	sayPick         = "choose"
	sayValueOf      = "Value of "
	sayKnowledgeOf  = "What is known of "
	sayAssumed      = "not said: "
	sayYes          = "yes"
	sayNo           = "no"
	sayChecks       = "Checks"
	sayChecksText   = "text"
	sayChecksList   = "list"
	sayAddCheck     = "+ check"
	sayNoChecks     = "No checks yet. Write a sentence above."
	sayRemoveCheck  = "Remove this check"
	sayChecksEditor = "All checks, one a line"

	sayCopy         = "Copy"
	sayCopyMarkdown = "Copy as Markdown"
	sayCopied       = "Copied."
	sayNotCopied    = "The browser did not let the text be copied."
	sayLinkCopied   = "The link is copied."
	sayExpectedWas  = "expected "
	sayLeast        = "Least statement that would grant it"
	sayAttachAt     = "Attach at "
	sayRejudged     = " Tried: "
	sayInsert       = "Insert"
	sayAudit        = "As the audit log would show it"
	sayDepends      = "It hangs on"
	sayNeeded       = "needed in "
	sayBy           = " by "
	sayMore         = " more"
	saySame         = "Nothing to mend: every permission is granted."
	sayTarget       = "target"
	sayNamed        = "named here"
	sayReads        = " reads this differently."
	sayWhatToDo     = "What could be done"

	sayFilter    = "Search the examples"
	sayNoExample = "No example has these words."
	sayOpenHow   = "Paste a text, choose a file, or drop one anywhere on the page: a scenario, statements, JSON of the OCI command line (compartments, policies, groups, users and more, one list after the other), Terraform, or an audit event. It stays in your browser."
	sayOpenText  = "Text"
	sayOpenFile  = "File"
	sayOpenIt    = "Open"
	sayOnto      = "Lay it over what is open"
	sayPasted    = "pasted"

	sayRedact       = "Redact: other names for everything and everybody"
	sayRedactValues = "also values in quotes that name nothing of the tenancy"
	sayRedactProse  = "keep title, description and remarks (check them yourself)"
	sayPairs        = "What stands for what"
	sayKind         = "Kind"
	sayBefore       = "Before"
	sayAfter        = "After"

	saySaveAll         = "Scenario (.txtar)"
	saySaveAllIs       = "All of it, in one text to read, keep and open again."
	saySaveJSON        = "Policies for the OCI command line (.json)"
	saySaveJSONIs      = "Name, compartment and statements of each policy."
	saySaveTerraform   = "Policies for Terraform (.tf)"
	saySaveTerraformIs = "A resource oci_identity_policy for each."

	sayCopyLink = "Copy link"
	sayShareHow = "Everything is in the link itself, behind the #. No server sees it."
	sayLink     = "Link"

	sayCatalog      = "Catalog"
	sayCatalogIs    = "What there is to permit in OCI: every service's resource types and families, what each verb carries on them, the permissions that API operations need, and the variables that conditions can test. Look for a name, or begin with a service."
	sayFactsOf      = "From Oracle's public pages. Newest facts of "
	sayLookUp       = "A type, permission, operation, variable or service"
	sayServices     = "Services"
	sayFound        = "Found"
	sayNothingFound = "Nothing has this in its name"
	sayMoreFound    = "There is more: add a few letters."
	sayBackToWork   = "← Back to the playground"

	sayRename    = "Rename"
	sayNewName   = "New name of the "
	sayRenameHow = "Every policy, rule and check that names it is changed along with the tenancy."

	sayEmbed     = "Embed in a page"
	sayEmbedView = "Show"
	sayEmbedHTML = "HTML to paste"
	sayEmbedLook = "See what comes of it"
	sayCopyHTML  = "Copy HTML"

	sayAway        = "Open in playground"
	sayDismiss     = "Dismiss"
	sayBackToKept  = "Back to your own work"
	sayDamagedHead = "This link cannot be opened"
	sayDamagedText = "The link as it arrived"
	sayStartFresh  = "Start fresh"
	sayStopped     = "The engine stopped"
	sayStoppedHow  = "A fault in the playground itself was caught. Your text is kept; restarting usually helps."
	sayRestart     = "Restart"
	sayCopyText    = "Copy the text"
	sayNotRead     = "The file could not be read."
	sayNoStorage   = "The browser could not keep your work: "
)

// sayKeys are the keys and what they do.
var sayKeys = [][2]string{
	{"F6", "next pane"}, {"Ctrl Z, Ctrl Shift Z", "undo, redo (inside an editor: its own)"}, {"F8", "next problem in an editor"},
	{"Ctrl .", "first fix at the caret"}, {"Shift Alt F", "format all policies"},
	{"Ctrl Space", "what could stand here"}, {"Ctrl I", "what the word at the caret means"},
	{"F12, Ctrl click", "to the entry of the tenancy that is named"}, {"F2", "rename it everywhere"}, {"Arrows, Home, End, letters, Enter", "move in the tree, aim the request there"},
	{"Insert, F2, Delete, Shift M, Shift T, Shift P", "in the tree: add, rename, delete, move, tag, attach a policy"}, {"Escape", "close"},
}

var sayModelled = []string{
	"Allow statements with groups, dynamic groups, services, any-user and any-group; verbs, families and permissions in braces; conditions; inheritance through compartments.",
	"Matching rules of dynamic groups, judged over the resources of the tenancy beside them.",
	"Not yet judged: Deny, Endorse, Admit and Define statements. They are told apart and said so.",
	"What no published page says is called unknown, never quietly allowed or denied.",
}

const sayPrivate = "Nothing leaves your browser: no server, no telemetry, no request to anybody else."
