package authz

import (
	"fmt"
	"strconv"
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

// ofTarget is what follows from the compartment of this need. A tag on a
// compartment holds for everything below it.
//
// https://docs.oracle.com/en-us/iaas/Content/Tagging/Tasks/managingaccesswithtags.htm
// https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/iampolicyreference.htm
func (j *judge) ofTarget(name string, n *Need) (held, bool) {
	if tag, ok := strings.CutPrefix(name, "target.resource.compartment.tag."); ok {
		from := len(j.texts)
		j.tagsDownTo(n.Compartment, from, tag)
		return j.since(from), true
	}
	switch name {
	case "target.group.member":
		if n.Permission.Name == "GROUP_CREATE" { // nobody is in a group that is being made
			return j.holds("false"), true
		}
	case "target.compartment.id":
		return j.holds(n.Compartment.ID), true
	case "target.compartment.name":
		return j.holds(n.Compartment.Name), true
	case "target.tenant.id":
		return j.holds(n.there.World.ID), true
	case "target.tenant.name":
		return j.holds(n.there.World.Name), true
	}
	return held{}, false
}

// ofTime is what follows from the instant the request gives, in UTC.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policies/scoping-policy-by-time.htm
func (j *judge) ofTime(name string) (held, bool) {
	v, ok := j.given("request.utc-timestamp")
	if !ok || len(v.Members) != 1 {
		return held{}, false
	}
	at, ok := policy.ParseInstant(v.Members[0])
	if !ok {
		return held{}, false
	}
	switch name {
	case "request.utc-timestamp.month-of-year":
		return j.holds(strconv.Itoa(int(at.Month()))), true
	case "request.utc-timestamp.day-of-month":
		return j.holds(strconv.Itoa(at.Day())), true
	case "request.utc-timestamp.day-of-week":
		return j.holds(at.Weekday().String()), true
	case "request.utc-timestamp.time-of-day":
		return j.holds(fmt.Sprintf("%02d:%02d:%02dZ", at.Hour(), at.Minute(), at.Second())), true
	case "request.utchours":
		return j.holds(strconv.Itoa(at.Hour())), true
	}
	return held{}, false
}

// tagsDownTo keeps the values of a tag from the root down to a compartment.
func (j *judge) tagsDownTo(c *tenancy.Compartment, from int, tag string) {
	if c.Parent != nil {
		j.tagsDownTo(c.Parent, from, tag)
	}
	j.tag(from, tag, c.Tags)
}
