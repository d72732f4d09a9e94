package main

// The data files. A row's "source" is a place in its own file's "sources",
// counted from zero.

// service is one data/<service>.json.
type service struct {
	Key        string            `json:"key"`
	Service    string            `json:"service"`
	Date       string            `json:"date"`
	Note       string            `json:"note"` // what is missing from it
	Sources    []string          `json:"sources"`
	Families   []family          `json:"families"`
	Types      []resourceType    `json:"types"`
	Homes      map[string]string `json:"homes"` // for a permission of several types: the one it belongs to
	Unverbed   []unverbed        `json:"unverbed"`
	Seed       []seed            `json:"seed"`
	Operations []operation       `json:"operations"`
	Variables  []variable        `json:"variables"`
	Aliases    []alias           `json:"aliases"`
	Notes      []string          `json:"notes"` // for people who edit the file
}

// family is an aggregate type. Limited members count only through its extras.
type family struct {
	Name     string              `json:"name"`
	Members  []string            `json:"members"`
	Limited  []string            `json:"limited"`
	Extra    map[string][]string `json:"extra"`
	Excludes []string            `json:"excludes"`
	Unknown  bool                `json:"unknown"`
	All      bool                `json:"all"`
	Note     string              `json:"note"`
	Source   int                 `json:"source"`
}

// resourceType holds what each verb adds over the verb below it.
type resourceType struct {
	Name    string   `json:"name"`
	Inspect []string `json:"inspect"`
	Read    []string `json:"read"`
	Use     []string `json:"use"`
	Manage  []string `json:"manage"`
	Unknown bool     `json:"unknown"`
	Note    string   `json:"note"`
	Source  int      `json:"source"`
}

// unverbed is a permission that Oracle names and no verb table has. Above is a
// verb that does not carry it all the same, nor does any below.
type unverbed struct {
	Name    string `json:"name"`
	Type    string `json:"type"`
	Implied string `json:"implied"`
	Above   string `json:"above"`
	Note    string `json:"note"`
	Source  int    `json:"source"`
}

// seed is a permission of the community list. Known ones are Oracle's too.
type seed struct {
	Name     string `json:"name"`
	Type     string `json:"type"`
	Official string `json:"official"`
	Known    bool   `json:"known"`
	Note     string `json:"note"`
	Source   int    `json:"source"`
}

// operation is a call; see need for the elements of Needs.
type operation struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"` // list, create or other; by the name when left out
	Needs   []need `json:"needs"`
	Unknown string `json:"unknown"`
	Note    string `json:"note"`
	Source  int    `json:"source"`
}

// variable is a condition variable. Absent and Present hold exceptions: "list",
// "create", an operation, a permission or a resource type. Only holds such names
// for a variable that nothing else carries.
type variable struct {
	Name       string   `json:"name"`
	Type       string   `json:"type"`
	Types      []string `json:"types"`
	Principals []string `json:"principals"`
	Absent     []string `json:"absent"`
	Present    []string `json:"present"`
	Only       []string `json:"only"`
	Multi      bool     `json:"multi"`
	GuideOnly  bool     `json:"guideOnly"`
	Deprecated string   `json:"deprecated"`
	SameAs     string   `json:"sameAs"`
	Note       string   `json:"note"`
	Source     int      `json:"source"`
}

// alias is another name of a type or family; Kind is spelling, community or mistake.
type alias struct {
	Name   string `json:"name"`
	For    string `json:"for"`
	Kind   string `json:"kind"`
	Note   string `json:"note"`
	Source int    `json:"source"`
}

// circumstance is a row of data/circumstances.json, which all services use.
type circumstance struct {
	Name    string `json:"name"`
	Says    string `json:"says"`
	Default string `json:"default"` // no or unknown
}

// regions is data/regions.json: name, key and realm of each.
type regions struct {
	Sources []string    `json:"sources"`
	Regions [][3]string `json:"regions"`
}

// principals is data/principals.json: the known kinds of resources and names of
// services that call. There are more.
type principals struct {
	Sources  []string        `json:"sources"`
	Types    []principalType `json:"types"`
	Services []principalType `json:"services"`
}

type principalType struct {
	Name   string `json:"name"`
	Says   string `json:"says"`
	Note   string `json:"note"`
	Source int    `json:"source"`
}
