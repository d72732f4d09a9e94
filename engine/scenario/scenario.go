package scenario

import (
	"strings"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/source"
)

// Caps on what is read. A scenario comes from a link, a message or a file that
// anybody may have written; these keep the page alive whatever it holds.
const (
	MaxBytes       = 1 << 20 // of the whole archive
	MaxSections    = 500
	MaxPolicies    = 200 // over all tenancies
	MaxStatements  = 20_000
	MaxOthers      = 20
	MaxChecks      = 2_000
	MaxCheckBytes  = 4_096 // of one check
	MaxDepth       = 64    // of nesting in a JSON section
	MaxValues      = 20_000
	MaxListEntries = 2_000 // of one list in a JSON section
)

// Scenario is a whole situation: who there is, what is written, what is asked.
type Scenario struct {
	Title, About string
	Settings
	Tenancy  *source.File // the text of tenancy.json as it was typed, nil when there is none
	Policies []Policy
	Checks   *source.File // the sentences, nil when there are none
	Others   []Other
	Extra    []txtar.File // sections that mean nothing here; they are kept
}

// Settings is what scenario.json says.
type Settings struct {
	Dialect       Dialect
	CatalogDate   string // of the catalog the scenario was made with, as 2006-01-02
	EngineVersion string
	Focus         string // which pane, or which policy's file, is in view
	Verdict       string // of what is in view, as that engine gave it
}

// Policy is a text of statements and the place it is attached to.
type Policy struct {
	Name       string
	AttachedTo string // the path of the compartment from the root, "" for the root
	File       *source.File
}

// Other is a further tenancy, for statements that reach across.
type Other struct {
	Name     string
	Tenancy  *source.File
	Policies []Policy
}

// The names of the sections.
const (
	settingsSection = "scenario.json"
	tenancySection  = "tenancy.json"
	checksSection   = "checks"
	policyFolder    = "policies/"
	otherFolder     = "tenancies/"
	policyEnding    = ".policy"
)

// NewPolicy is a policy of the scenario's own tenancy with its file named as the
// archive names it.
func NewPolicy(name, attachedTo, text string) Policy {
	return newPolicy("", name, attachedTo, text)
}

// NewPolicy is a policy of the other tenancy.
func (o Other) NewPolicy(name, attachedTo, text string) Policy {
	return newPolicy(otherFolder+o.Name+"/", name, attachedTo, text)
}

// NewOther is a further tenancy with this text of its tenancy.json.
func NewOther(name, text string) Other {
	return Other{Name: name, Tenancy: source.NewFile(otherFolder+name+"/"+tenancySection, text)}
}

func newPolicy(folder, name, attachedTo, text string) Policy {
	path := folder + policyFolder
	if attachedTo != "" {
		path += strings.ReplaceAll(attachedTo, ":", "/") + "/"
	}
	return Policy{Name: name, AttachedTo: attachedTo, File: source.NewFile(path+name+policyEnding, text)}
}

// NewTenancy is the file of a tenancy.json with this text.
func NewTenancy(text string) *source.File { return source.NewFile(tenancySection, text) }

// NewChecks is the file of a checks section with this text.
func NewChecks(text string) *source.File { return source.NewFile(checksSection, text) }

// Files yields every text a person can edit, with the policies in order.
func (s *Scenario) Files() []*source.File {
	var files []*source.File
	add := func(tenancy *source.File, policies []Policy) {
		if tenancy != nil {
			files = append(files, tenancy)
		}
		for _, p := range policies {
			files = append(files, p.File)
		}
	}
	add(s.Tenancy, s.Policies)
	for _, o := range s.Others {
		add(o.Tenancy, o.Policies)
	}
	if s.Checks != nil {
		files = append(files, s.Checks)
	}
	return files
}
