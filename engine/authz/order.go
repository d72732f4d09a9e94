package authz

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"oci-policy-playground/engine/policy"
)

// ordered compares with < and the like. Before and after are strict.
func ordered(order func(got, want string) (int, bool), op policy.Op, left []string, want string) bool {
	sign, ok := order(left[0], want)
	if !ok {
		return false
	}
	switch op {
	case policy.Less, policy.Before:
		return sign < 0
	case policy.AtMost:
		return sign <= 0
	case policy.Greater, policy.After:
		return sign > 0
	}
	return sign >= 0
}

// between is a window of the day, its start in it and its end not; a window
// whose start is later than its end goes past midnight.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policies/scoping-policy-by-time.htm
func between(got, from, to string) bool {
	at, ok := policy.ParseTimeOfDay(got)
	start, okStart := policy.ParseTimeOfDay(from)
	end, okEnd := policy.ParseTimeOfDay(to)
	switch {
	case !ok || !okStart || !okEnd:
		return false
	case start <= end:
		return start <= at && at < end
	}
	return at >= start || at < end
}

func sameNumber(got, want string) bool {
	sign, ok := orderNumbers(got, want)
	return ok && sign == 0
}

func orderNumbers(got, want string) (int, bool) {
	a, okA := number(got)
	b, okB := number(want)
	return cmp.Compare(a, b), okA && okB
}

// number reads a decimal number; what else strconv takes for one is none here.
func number(s string) (float64, bool) {
	if strings.Trim(s, "0123456789.-") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil
}

func sameInstant(got, want string) bool {
	sign, ok := orderInstants(got, want)
	return ok && sign == 0
}

func orderInstants(got, want string) (int, bool) {
	a, okA := policy.ParseInstant(got)
	b, okB := policy.ParseInstant(want)
	return time.Time.Compare(a, b), okA && okB
}
