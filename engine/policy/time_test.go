package policy_test

import (
	"testing"
	"time"

	"oci-policy-playground/engine/policy"
)

func TestInstantsAreReadAsOraclesPageWritesThem(t *testing.T) {
	for text, want := range map[string]string{
		"2025-06-02T09:05:07Z": "2025-06-02T09:05:07Z", "2025-06-02T09:05Z": "2025-06-02T09:05:00Z", "2025-06-02Z": "2025-06-02T00:00:00Z",
		"2024-02-29Z": "2024-02-29T00:00:00Z", "2025-06-02T9:05:07Z": "2025-06-02T09:05:07Z",
		"2025-02-29Z": "", "2025-13-01Z": "", "2025-00-10Z": "", "2025-06-02T24:00:00Z": "", "2025-06-02T23:60:00Z": "", "2025-06-02T23:59:61Z": "",
		"2025-06-02": "", "2025-06-02T09:05:07": "", "2025-06-02T09:05:07.5Z": "", "2025-6-02Z": "", "": "", "now": "", "２025-06-02Z": "",
	} {
		got, ok := policy.ParseInstant(text)
		if ok != (want != "") || ok && got.Format(time.RFC3339) != want {
			t.Errorf("%q is %v, %v; want %s", text, got, ok, want)
		}
	}
}

func TestTimesOfDayAreReadAsOraclesPageWritesThem(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"17:00:00Z": 17 * time.Hour, "01:02:03": time.Hour + 2*time.Minute + 3*time.Second, "2:01:00Z": 2*time.Hour + time.Minute,
		"24:00:00Z": -1, "12:60:00Z": -1, "12:00Z": -1, "12:00:00.5Z": -1, "": -1, "noon": -1,
	} {
		got, ok := policy.ParseTimeOfDay(text)
		if ok != (want >= 0) || ok && got != want {
			t.Errorf("%q is %v, %v; want %v", text, got, ok, want)
		}
	}
}
