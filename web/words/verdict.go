package words

// Of the verdict and its chain.
const (
	Allowed        = "ALLOWED"
	Denied         = "DENIED"
	Depending      = "DEPENDS"
	CannotBeJudged = "CANNOT BE JUDGED"
	DeniedByDeny   = "DENIED BY A DENY STATEMENT"
	NothingAsked   = "NOTHING ASKED"
	AskSomething   = "Write who may do what, and where: `alice may ListBuckets in Prod`."
	NoChain        = "When the request can be read, this is where its chain of statements stands."
	NothingTried   = "No statement was tried. The verdict says why."
	NamesNothing   = "The request names something that is not there. The note under the sentence says what."
	RestMatches    = "Everything else matches."
	GrantsToo      = "It grants this too."

	Subject   = "Subject"
	Grant     = "Grant"
	Location  = "Location"
	Condition = "Condition"

	Holds     = "holds"
	Fails     = "fails"
	NotKnown  = "not known"
	NotJudged = "not judged"

	WantAllowed   = "may: expected to be allowed"
	WantDenied    = "may not: expected to be denied"
	WantDepends   = "might: expected to depend"
	CheckHolds    = "holds: "
	CheckFails    = "does not hold: "
	CheckUnjudged = "cannot be judged"
	ListLike      = "one, another"

	MarkGrants    = "grants this request"
	MarkNear      = "would grant it but for one thing"
	MarkDenies    = "denies this request"
	MarkError     = "has a fault and grants nothing"
	MarkQuiet     = "does not concern this request"
	OverAllChecks = "; over all checks it "
)

// NotReadable says why a request is none.
func NotReadable(why string) string { return "The request cannot be read: " + why + "." }

// ThereIs is what the other dialect makes of a request, ThereIsBecause with the words that make the difference.
func ThereIs(verdict, why string) string { return "There the verdict is " + verdict + ". " + why }
func ThereIsBecause(verdict, words, why string) string {
	return "There the verdict is " + verdict + ", because of `" + words + "`. " + why
}

// HowManyHold counts checks.
func HowManyHold(n, of int) string { return number(n) + " of " + number(of) + " hold" }
