package authz

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

// Joins is an association of two resources in two tenancies.
type Joins struct {
	Types [2]string
	From  *tenancy.Compartment // of the caller's own resource
}

// joined are the operations that associate what lies in two tenancies, with the
// types that statements name for it.
//
// https://docs.oracle.com/en-us/iaas/Content/Network/Tasks/localVCNpeering.htm
var joined = map[string][2]string{"ConnectLocalPeeringGateways": {"local-peering-gateways", "local-peering-gateways"}}

// unplaced says of an operation that joins something to what lies in another
// tenancy, if nobody said where the caller's own half is: its permission counts
// there, and judging it in the other tenancy would make up a denial.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/corepolicyreference_topic-Permissions_Required_for_Each_API_Operation.htm
func unplaced(req Request, world *tenancy.Tenancy) string {
	op := req.Ask.Operation
	if op == nil || joined[op.Name] == [2]string{} || req.Principal.Kind == Service || req.Compartment == nil || req.Elsewhere["local-peering-from"] != nil {
		return ""
	}
	if req.Principal.Home != nil {
		world = req.Principal.Home
	}
	if req.Compartment.Root() == world.Root {
		return ""
	}
	return "it does not say where the caller's own gateway is: add `with local-peering-from in` and the compartment"
}

// join adds to an operation over two tenancies that both let it associate what
// lies in them.
func (j *judge) join(d *Decision) {
	if d.Request.Ask.Operation == nil {
		return
	}
	types, ok := joined[d.Request.Ask.Operation.Name]
	var from, to *Need
	for _, n := range d.Needs {
		if n.Admitted == nil {
			from = n
		} else {
			to = n
		}
	}
	if !ok || from == nil || to == nil {
		return
	}
	n := &Need{Permission: &catalog.Permission{Name: "associate " + types[0] + " with " + types[1]}, Principal: to.Principal,
		Compartment: to.Compartment, Joins: &Joins{types, from.Compartment}, there: to.there}
	n.judge(j)
	d.Needs = append(d.Needs, n)
	d.Formula = Formula{Kind: catalog.All, Result: both(d.Formula.Result, n.Result),
		Under: []Formula{d.Formula, {Kind: catalog.Leaf, Result: n.Result, Need: n}}}
}

// associates tells whether a statement is about an association of these types.
func associates(c *Check, s *policy.Statement, n *Need) {
	pair := s.Grants.Associates
	c.Reason = OtherPair
	if len(pair) == 2 && pair[0].Name == n.Joins.Types[0] && pair[1].Name == n.Joins.Types[1] {
		c.Result, c.Reason = Pass, Associated
	}
}
