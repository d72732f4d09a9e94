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
func (j *judge) ofTarget(name string, n *Need) (held, bool) {
	if tag, ok := strings.CutPrefix(name, "target.resource.compartment.tag."); ok {
		tags := each(n.Compartment.Chain(), func(c *tenancy.Compartment) tenancy.Tags { return c.Tags })
		return holds(tagValues(tag, tags)...), true
	}
	switch name {
	case "target.compartment.id":
		return holds(n.Compartment.ID), true
	case "target.compartment.name":
		return holds(n.Compartment.Name), true
	case "target.tenant.id":
		return holds(n.there.World.ID), true
	case "target.tenant.name":
		return holds(n.there.World.Name), true
	}
	return held{}, false
}

// ofTime is what follows from the instant the request gives, in UTC.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policies/scoping-policy-by-time.htm
func (j *judge) ofTime(name string, _ *Need) (held, bool) {
	v, ok := j.request.Values["request.utc-timestamp"]
	if !ok || len(v.Members) != 1 {
		return held{}, false
	}
	at, ok := policy.ParseInstant(v.Members[0])
	if !ok {
		return held{}, false
	}
	switch name {
	case "request.utc-timestamp.month-of-year":
		return holds(strconv.Itoa(int(at.Month()))), true
	case "request.utc-timestamp.day-of-month":
		return holds(strconv.Itoa(at.Day())), true
	case "request.utc-timestamp.day-of-week":
		return holds(at.Weekday().String()), true
	case "request.utc-timestamp.time-of-day":
		return holds(fmt.Sprintf("%02d:%02d:%02dZ", at.Hour(), at.Minute(), at.Second())), true
	case "request.utchours":
		return holds(strconv.Itoa(at.Hour())), true
	}
	return held{}, false
}
