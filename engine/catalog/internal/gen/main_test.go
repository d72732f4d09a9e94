package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const data = "../../data"

func TestTheTablesAreThoseOfTheData(t *testing.T) {
	want, err := generate(data)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../tables_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("tables_gen.go is out of date: run go generate ./engine/catalog")
	}
}

func TestMistakesInTheDataAreRefused(t *testing.T) {
	tests := []struct{ why, change, to, want string }{
		{"a field that is none", `"families":`, `"famlies":`, "unknown field"},
		{"a member that is no type", `"fn-app", "fn-function"]`, `"fn-app", "fn-func"]`, `no resource called "fn-func"`},
		{"a permission that only operations name", `["FN_APP_LIST"], "s`, `["FN_APP_LISTS"], "s`, "unverbed"},
		{"a circumstance nobody described", `["FN_APP_LIST"], "s`, `[{"when": "wet", "needs": ["FN_APP_LIST"]}], "s`, `"wet"`},
		{"a need with nothing in it", `["FN_APP_LIST"], "s`, `[{}], "s`, "nothing in it"},
		{"two rows for one operation", `"GetApp"`, `"ListApps"`, "stands twice"},
		{"a source that is not listed", `"source": 0`, `"source": 1`, "no source 1"},
		{"an exception that names no call", `"only": ["GetApp"]`, `"only": ["GetApps"]`, `no operation called "GetApps"`},
		{"two types carry it", `"manage": []`, `"manage": ["FN_APP_LIST"]`, "state its home"},
	}
	for _, tt := range tests {
		if !strings.Contains(small, tt.change) {
			t.Fatalf("%s: the sample has no %s", tt.why, tt.change)
		}
		_, err := generateFrom(t, strings.Replace(small, tt.change, tt.to, 1))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.why, err, tt.want)
		}
	}
	if _, err := generateFrom(t, small); err != nil {
		t.Errorf("the sample itself: %v", err)
	}
}

const small = `{"key": "fn", "service": "Functions", "date": "2026-01-02", "sources": ["https://example.com"],
"families": [{"name": "fn-family", "members": ["fn-app", "fn-function"], "source": 0}],
"types": [{"name": "fn-app", "source": 0, "inspect": ["FN_APP_LIST"]}, {"name": "fn-function", "read": ["FN_READ"], "manage": [], "source": 0}],
"operations": [{"name": "ListApps", "needs": ["FN_APP_LIST"], "source": 0}, {"name": "GetApp", "needs": ["FN_READ"], "source": 0}],
"variables": [{"name": "target.fn.id", "type": "ocid", "types": ["fn-app"], "only": ["GetApp"], "source": 0}]}`

func generateFrom(t *testing.T, service string) ([]byte, error) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "fn.json"), []byte(service), 0o644); err != nil {
		t.Fatal(err)
	}
	return generate(folder)
}
