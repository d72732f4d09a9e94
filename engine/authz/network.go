package authz

import (
	"strconv"
	"strings"

	"oci-policy-playground/engine/tenancy"
)

// ofNetwork is the network sources that the caller's address lies in.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Tasks/managingnetworksources.htm
func (j *judge) ofNetwork(name string, n *Need) (held, bool) {
	v, _ := j.given("request.ipv4.ipaddress")
	if name != "request.networksource.name" || len(v.Members) != 1 {
		return held{}, false
	}
	at, ok := address(v.Members[0])
	if !ok {
		return held{}, false
	}
	from := len(j.texts)
	for _, source := range n.there.World.NetworkSources {
		if holdsAddress(source, at) {
			j.texts = append(j.texts, source.Name)
		}
	}
	return j.since(from), true
}

func holdsAddress(source *tenancy.NetworkSource, at uint32) bool {
	for _, r := range source.Ranges {
		base, width, _ := strings.Cut(r, "/")
		from, ok := address(base)
		bits, err := strconv.ParseUint(width, 10, 8)
		if width == "" {
			bits, err = 32, nil
		}
		if ok && err == nil && bits <= 32 && (from^at)>>(32-bits) == 0 {
			return true
		}
	}
	return false
}

// address reads an IPv4 address.
func address(s string) (uint32, bool) {
	parts := strings.Split(s, ".")
	if len(parts) != 4 {
		return 0, false
	}
	var all uint32
	for _, p := range parts {
		one, err := strconv.ParseUint(p, 10, 8)
		if err != nil {
			return 0, false
		}
		all = all<<8 | uint32(one)
	}
	return all, true
}
