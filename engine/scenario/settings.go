package scenario

import (
	"encoding/json"
	"fmt"
	"strings"

	"oci-policy-playground/engine/source"
)

// settings reads scenario.json.
func (r *reader) settings(text string) {
	f := source.NewFile(settingsSection, text)
	if strings.TrimSpace(text) == "" {
		return
	}
	t, problems := readJSON(f, settingsShape())
	if t == nil {
		r.problems = append(r.problems, problems...)
		return
	}
	r.scenario.Settings = t.settings()
	r.problems = append(r.problems, t.problems...)
}

func (t *tree) settings() Settings {
	var w written
	if err := json.Unmarshal(t.standard(), &w); err != nil {
		panic("a text that has the shape of the settings must decode: " + err.Error())
	}
	return Settings{Dialect: t.dialect(w.Dialect), CatalogDate: t.short("catalog", w.Catalog),
		EngineVersion: t.short("engine", w.Engine), Focus: t.short("focus", w.Focus)}
}

func (t *tree) dialect(name string) Dialect {
	switch name {
	case Oracle.String():
		return Oracle
	case Guide.String(), "":
		return Guide
	}
	t.say(source.Error, "unknown-dialect", t.place("/dialect"), fmt.Sprintf("there is no dialect `%s`", show(name)),
		"The scenario is read in the dialect of the guide. Write `guide` or `oracle`.")
	return Guide
}

// short refuses a text that is no plain word or two: these are shown on the
// page.
func (t *tree) short(key, value string) string {
	if value == "" || value == tame(value) && len(value) <= longestName {
		return value
	}
	t.say(source.Error, "bad-value", t.place("/"+key), fmt.Sprintf("`%s` is not a plain short text", key),
		"It is left out. Write it on one line, without invisible characters.")
	return ""
}
