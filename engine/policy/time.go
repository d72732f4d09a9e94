package policy

import "time"

// ParseInstant reads an instant as conditions write it, in UTC: a date and a
// time to the second or minute, or a date alone, which is its midnight.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policies/scoping-policy-by-time.htm
func ParseInstant(s string) (time.Time, bool) {
	n, ok := numbers(s, "9999-99-99T99:99:99Z", "9999-99-99T9:99:99Z", "9999-99-99T99:99Z", "9999-99-99Z")
	if !ok {
		return time.Time{}, false
	}
	t := time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], n[5], 0, time.UTC)
	return t, t.Year() == n[0] && t.Month() == time.Month(n[1]) && t.Day() == n[2] && isClock(n[3:])
}

// ParseTimeOfDay reads a time of day in UTC, as the time since midnight. An hour
// of one digit is printed once in Oracle's pages.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policies/scoping-policy-by-time.htm
func ParseTimeOfDay(s string) (time.Duration, bool) {
	n, ok := numbers(s, "99:99:99Z", "99:99:99", "9:99:99Z", "9:99:99")
	return time.Duration(n[0])*time.Hour + time.Duration(n[1])*time.Minute + time.Duration(n[2])*time.Second, ok && isClock(n[:])
}

func isClock(n []int) bool { return n[0] < 24 && n[1] < 60 && n[2] < 60 }

// numbers reads the numbers of a text that has the shape of one of the patterns,
// in which a 9 stands for a digit. (Package time would do it, for thirty
// kilobytes of the page.)
func numbers(s string, patterns ...string) (n [6]int, ok bool) {
	for _, pattern := range patterns {
		if n, ok = read(s, pattern); ok {
			return n, true
		}
	}
	return n, false
}

func read(s, pattern string) (n [6]int, ok bool) {
	if len(s) != len(pattern) {
		return n, false
	}
	at := 0
	for i := range len(s) {
		switch {
		case pattern[i] == '9' && s[i] >= '0' && s[i] <= '9':
			n[at] = n[at]*10 + int(s[i]-'0')
		case pattern[i] != '9' && s[i] == pattern[i]:
			at = min(at+1, len(n)-1)
		default:
			return n, false
		}
	}
	return n, true
}
