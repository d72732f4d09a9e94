package policy

import (
	"strings"
	"time"
)

// ParseInstant reads an instant as conditions write it, in UTC: a date and a
// time to the second or minute, or a date alone, which is its midnight.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policies/scoping-policy-by-time.htm
func ParseInstant(s string) (time.Time, bool) {
	return parseAny(s, "2006-01-02T15:04:05Z", "2006-01-02T15:04Z", "2006-01-02Z")
}

// ParseTimeOfDay reads a time of day in UTC, as the time since midnight.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policies/scoping-policy-by-time.htm
func ParseTimeOfDay(s string) (time.Duration, bool) {
	t, ok := parseAny(s, "15:04:05Z", "15:04:05")
	return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second, ok
}

// parseAny refuses fractions of a second, which package time would let pass.
func parseAny(s string, layouts ...string) (time.Time, bool) {
	if strings.ContainsAny(s, ".,") {
		return time.Time{}, false
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
