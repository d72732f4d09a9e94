package lint

import (
	"strings"

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
	Run    func(*Pass)
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
	deadPermission, targetNeverThere, mixedTypes, noListCompanion, compartmentHidesLists, objectNameHidesList,
	tagBeforeItIsThere, tagUnsupported, tagName, tagReachesDown, allowByExclusion, alwaysTrue, neverTrue,
	excludesOneLevel, valueWithoutQuotes, unknownRegion, timeWithoutZ, shortWindow, deprecatedVariable, policyTypeEqual, caseOnly,
	// One statement beside another.
	duplicate, shadowed, tooMany, staysBehind, halfCrossing,
	// What denies.
	denyNotEnforced, denyTooLittle, denyNeverBites, denyLocksOut,
	// Matching rules.
	ruleContradicts, ruleCluster, ruleTooWide,
}

// Run runs every check and returns what the comments in the policies let
// through.
func Run(p *Pass) source.Diagnostics {
	p.prepare()
	for _, c := range Checks {
		p.check = c
		c.Run(p)
	}
	return p.heard()
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
