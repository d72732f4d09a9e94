package tenancy

import "strings"

// Spec is a tenancy as it is written in tenancy.json. Field names follow the
// REST API; every field but the name may be left out. Compartments nest, or
// stand in one list and name their parent by CompartmentID, as the API lists
// them.
type Spec struct {
	Name           string              `json:"name"`
	ID             string              `json:"id,omitempty"`
	HomeRegion     string              `json:"homeRegion,omitempty"`
	DenyPolicies   bool                `json:"denyPolicies,omitempty"`
	Administrators *bool               `json:"administrators,omitempty"`
	DefinedTags    Tags                `json:"definedTags,omitempty"`
	Compartments   []CompartmentSpec   `json:"compartments,omitempty"`
	Domains        []DomainSpec        `json:"domains,omitempty"`
	Groups         []GroupSpec         `json:"groups,omitempty"`
	Users          []UserSpec          `json:"users,omitempty"`
	DynamicGroups  []DynamicGroupSpec  `json:"dynamicGroups,omitempty"`
	Resources      []ResourceSpec      `json:"resources,omitempty"`
	NetworkSources []NetworkSourceSpec `json:"networkSources,omitempty"`
}

// CompartmentSpec is a compartment; CompartmentID is the id or path of its
// parent where that is not the compartment it is written in.
type CompartmentSpec struct {
	Name          string            `json:"name"`
	ID            string            `json:"id,omitempty"`
	CompartmentID string            `json:"compartmentId,omitempty"`
	DefinedTags   Tags              `json:"definedTags,omitempty"`
	Compartments  []CompartmentSpec `json:"compartments,omitempty"`
}

// Nest finds the compartment of a name among some, or adds it, and gives what lies
// in it.
func Nest(all *[]CompartmentSpec, name string) *[]CompartmentSpec {
	for i := range *all {
		if strings.EqualFold((*all)[i].Name, name) {
			return &(*all)[i].Compartments
		}
	}
	*all = append(*all, CompartmentSpec{Name: name})
	return &(*all)[len(*all)-1].Compartments
}

// DomainSpec is an identity domain. The domain Default is always there.
type DomainSpec struct {
	Name string `json:"name"`
	ID   string `json:"id,omitempty"`
}

// GroupSpec is a group of users.
type GroupSpec struct {
	Name        string `json:"name"`
	ID          string `json:"id,omitempty"`
	Domain      string `json:"domain,omitempty"`
	DefinedTags Tags   `json:"definedTags,omitempty"`
}

// UserSpec is a user; its groups are named Group or Domain/Group.
type UserSpec struct {
	Name   string   `json:"name"`
	ID     string   `json:"id,omitempty"`
	Domain string   `json:"domain,omitempty"`
	Groups []string `json:"groups,omitempty"`
}

// DynamicGroupSpec is a dynamic group; its rule is text in the language of
// matching rules.
type DynamicGroupSpec struct {
	Name         string `json:"name"`
	ID           string `json:"id,omitempty"`
	Domain       string `json:"domain,omitempty"`
	MatchingRule string `json:"matchingRule,omitempty"`
	DefinedTags  Tags   `json:"definedTags,omitempty"`
}

// ResourceSpec is a resource: an instance, a function, a bucket. Type is the
// middle part of its OCID. The last three fields are those of a workload, a pod
// that acts by its own identity; its cluster is given by name or OCID.
type ResourceSpec struct {
	Name           string `json:"name"`
	Type           string `json:"type"`
	ID             string `json:"id,omitempty"`
	Compartment    string `json:"compartment,omitempty"`
	DefinedTags    Tags   `json:"definedTags,omitempty"`
	Cluster        string `json:"cluster,omitempty"`
	Namespace      string `json:"namespace,omitempty"`
	ServiceAccount string `json:"serviceAccount,omitempty"`
}

// NetworkSourceSpec names ranges of addresses in CIDR notation.
type NetworkSourceSpec struct {
	Name             string   `json:"name"`
	PublicSourceList []string `json:"publicSourceList,omitempty"`
}
