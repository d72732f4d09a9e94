// Package engine is the whole of the playground without the page: a scenario
// goes in, and everything there is to show about it comes out.
//
// [Analyze] reads the policies, binds them to the tenancy, answers every check
// and collects what is wrong, each with its place. A scenario may hold further
// tenancies, whose policies are bound in their own world. It is a function of a
// value: it never fails, and the same scenario gives the same analysis.
//
// # While somebody types
//
// An [Engine] analyses one scenario after another and remembers what it has read
// and bound, so that a keystroke costs the statement it is in. [Engine.Ahead]
// reads and binds many new statements a few at a time, before they are analysed.
// What nobody waits for is made when it is asked for: the advice of package lint
// ([Analysis.Advise], in pieces), and what each statement does over all checks
// ([Analysis.Coverage]).
//
// # Tried before it is shown
//
// A fix and a least statement are put into a copy of the scenario and judged
// there before an [Answer] offers them. Where the other dialect would decide
// otherwise, the answer has that verdict beside its own.
//
// # Where to read on
//
// In the order of a text's way: source, syntax, catalog, tenancy, policy, authz,
// explain; then scenario, which holds it all, lint and assist.
package engine
