package scenario

import (
	"maps"
	"slices"

	"github.com/tailscale/hujson"

	"oci-policy-playground/engine/source"
)

// shape is what a JSON value has to look like.
type shape struct {
	kinds   []hujson.Kind // those it may have
	called  string
	advice  string
	keys    map[string]*shape // of an object with known keys
	each    *shape            // of a list, or of an object whose keys are free
	strange source.Severity   // of a key that is not known
}

// kinds are the kinds of a value in words.
var kinds = map[hujson.Kind]string{'n': "null", 't': "true", 'f': "false", '"': "a text", '0': "a number", '{': "an object", '[': "a list"}

func (s *shape) takes(kind hujson.Kind) bool { return slices.Contains(s.kinds, kind) }

func (s *shape) of(key string) *shape {
	if s.each != nil {
		return s.each
	}
	return s.keys[key]
}

func (s *shape) names() []string { return slices.Sorted(maps.Keys(s.keys)) }

func words() *shape {
	return &shape{kinds: []hujson.Kind{'"'}, called: "a text", advice: "Write it in double quotes."}
}

func truth() *shape {
	return &shape{kinds: []hujson.Kind{'t', 'f'}, called: "true or false", advice: "Write true or false without quotes."}
}

func list(each *shape) *shape {
	return &shape{kinds: []hujson.Kind{'['}, called: "a list", advice: "Write it in square brackets.", each: each}
}

func table(each *shape) *shape {
	return &shape{kinds: []hujson.Kind{'{'}, called: "an object", advice: "Write it in braces.", each: each}
}

func object(keys map[string]*shape) *shape {
	return &shape{kinds: []hujson.Kind{'{'}, called: "an object", advice: "Write it in braces.", keys: keys, strange: source.Warning}
}

// tenancyShape is the shape of [tenancy.Spec]; a test holds the two together.
func tenancyShape() *shape {
	tags := table(table(words()))
	compartment := object(map[string]*shape{"name": words(), "id": words(), "compartmentId": words(), "definedTags": tags})
	compartment.keys["compartments"] = list(compartment)
	return object(map[string]*shape{
		"name": words(), "id": words(), "homeRegion": words(), "denyPolicies": truth(), "administrators": truth(), "definedTags": tags,
		"compartments": list(compartment),
		"domains":      list(object(map[string]*shape{"name": words(), "id": words()})),
		"groups":       list(object(map[string]*shape{"name": words(), "id": words(), "domain": words(), "definedTags": tags})),
		"users":        list(object(map[string]*shape{"name": words(), "id": words(), "domain": words(), "groups": list(words())})),
		"dynamicGroups": list(object(map[string]*shape{"name": words(), "id": words(), "domain": words(),
			"matchingRule": words(), "definedTags": tags})),
		"resources": list(object(map[string]*shape{"name": words(), "type": words(), "id": words(), "compartment": words(),
			"definedTags": tags, "cluster": words(), "namespace": words(), "serviceAccount": words()})),
		"networkSources": list(object(map[string]*shape{"name": words(), "publicSourceList": list(words())})),
	})
}

// settingsShape is the shape of scenario.json. A key that is not known may come
// from a newer version, so it is no more than a remark.
func settingsShape() *shape {
	s := object(map[string]*shape{"dialect": words(), "catalog": words(), "engine": words(), "focus": words()})
	s.strange = source.Info
	return s
}
