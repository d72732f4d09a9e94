package scenario

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/source"
)

// written is scenario.json as it stands in an archive.
type written struct{ dialect, catalog, engine, focus, verdict string }

// setting is a key of scenario.json and its text.
type setting struct {
	key  string
	text *string
}

// settings are the keys in order, for reading and for writing.
func (w *written) settings() [5]setting {
	return [...]setting{{"dialect", &w.dialect}, {"catalog", &w.catalog}, {"engine", &w.engine}, {"focus", &w.focus}, {"verdict", &w.verdict}}
}

// shape is the shape of scenario.json. A key that is not known may come from a
// newer version, so it is no more than a remark.
func (w *written) shape() *shape {
	var fields []field
	for _, s := range w.settings() {
		fields = append(fields, field{s.key, words(s.text)})
	}
	return object(source.Info, fields...)
}

// text is scenario.json with the keys that hold something.
func (s Settings) text() string {
	w := written{catalog: s.CatalogDate, engine: s.EngineVersion, focus: s.Focus, verdict: s.Verdict}
	if s.Dialect != Guide {
		w.dialect = s.Dialect.String()
	}
	if text := w.shape().text(""); text != "" {
		return text + "\n"
	}
	return "{}\n"
}

// settings reads scenario.json.
func (r *reader) settings(text string) {
	f := source.NewFile(settingsSection, text)
	if strings.TrimSpace(text) == "" {
		return
	}
	var w written
	t, problems := readJSON(f, w.shape())
	if t == nil {
		r.problems = append(r.problems, problems...)
		return
	}
	r.scenario.Settings = Settings{Dialect: t.dialect(w.dialect), CatalogDate: t.short("catalog", w.catalog),
		EngineVersion: t.short("engine", w.engine), Focus: t.short("focus", w.focus), Verdict: t.short("verdict", w.verdict)}
	r.problems = append(r.problems, t.problems...)
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
