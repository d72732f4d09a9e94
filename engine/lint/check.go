package lint

import (
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

// Prefix stands before the name of a check in the code of what it reports.
const Prefix = "lint-"

// Check is one piece of advice.
type Check struct {
	Name     string // kebab-case
	Severity source.Severity
	// Doc tells what the trap is and why it matters. Its last line says what to
	// do, and is the detail of what the check reports.
	Doc    string
	Source string // the page the facts are from

	// One of these looks.
	Leaf      func(*Pass, *leaf) finding      // at each comparison
	Statement func(*Pass, *statement) finding // at each statement, and reports the facet At
	Run       func(*Pass)                     // at everything, and reports by itself

	At      policy.Facet
	Denials bool // at what denies, not at what allows
}

// finding is what a check says of a place: nothing, if it says "". For % stands
// the name.
type finding struct {
	says, name string
	mild       bool // for information only
}

var nothing finding

func (c *Check) run(p *Pass) {
	p.check = c
	leaves, statements := p.leaves, p.statements
	if c.Denials {
		leaves, statements = p.denied, p.denials
	}
	switch {
	case c.Run != nil:
		c.Run(p)
	case c.Leaf != nil:
		for i := range leaves {
			if f := c.Leaf(p, &leaves[i]); f.says != "" {
				p.tell(f, leaves[i].in.Syntax.Place(leaves[i].left()))
			}
		}
	default:
		for _, st := range statements {
			if f := c.Statement(p, st); f.says != "" {
				p.tell(f, st.Span(c.At))
			}
		}
	}
}

// Detail is what to do.
func (c *Check) Detail() string { return c.Doc[strings.LastIndexByte(c.Doc, '\n')+1:] }

// Checks are all of them.
var Checks = []*Check{
	// Who.
	unqualifiedGroup, domainInQuotes, openToEveryone, anyoneUnnamed, preferAnyGroup, workloadTooWide,
	// What.
	grantsNothing, inspectShowsAll, readReveals, selfPromotion, policyPower, tenancyAdmin, halfOperation, noOverwrite,
	// Under which conditions.
	deadPermission, targetNeverThere, targetSeldomThere, mixedTypes, noListCompanion, compartmentHidesLists, objectNameHidesList,
	tagBeforeItIsThere, tagUnsupported, tagName, tagReachesDown, allowByExclusion, alwaysTrue, neverTrue,
	excludesOneLevel, valueWithoutQuotes, unknownRegion, unknownNetworkSource, callerNeverHas, noSuchDay, timeWithoutZ, shortWindow, deprecatedVariable, policyTypeEqual, caseOnly,
	// One statement beside another.
	duplicate, shadowed, tooMany, staysBehind, halfCrossing,
	// What denies.
	denyNotEnforced, denyTooLittle, denyNeverBites, denyMissesUnset, denyOutOfReach, denyLocksOut, cancelled,
	// Matching rules.
	ruleContradicts, ruleCluster, ruleTooWide,
}

func (p *Pass) tell(f finding, at source.Span) {
	if d := p.report(at, f.says, f.name); f.mild {
		d.Severity = source.Info
	}
}

// Step prepares the first time and runs one check each time after that, and
// tells whether there are more. So a page need not wait for all of them.
func (p *Pass) Step() (more bool) {
	if p.granted == nil {
		p.prepare()
	} else {
		Checks[p.done].run(p)
		p.done++
	}
	return p.done < len(Checks)
}

// The pages that several checks are from.
const (
	pages         = "https://docs.oracle.com/en-us/iaas/Content/Identity/"
	advancedPage  = pages + "Concepts/policyadvancedfeatures.htm"
	policiesPage  = pages + "Concepts/policies.htm"
	syntaxPage    = pages + "Concepts/policysyntax.htm"
	conditionPage = pages + "policysyntax/conditions.htm"
	subjectPage   = pages + "policysyntax/subject.htm"
	variablesPage = pages + "policyreference/policyreference_topic-General_Variables_for_All_Requests.htm"
	timePage      = pages + "policies/scoping-policy-by-time.htm"
	rulesPage     = pages + "dynamicgroups/Writing_Matching_Rules_to_Define_Dynamic_Groups.htm"
	objectPage    = pages + "Reference/objectstoragepolicyreference.htm"
	denyPage      = pages + "policysyntax/denypolicies.htm"
	tagsPage      = "https://docs.oracle.com/en-us/iaas/Content/Tagging/Tasks/managingaccesswithtags.htm"
)
