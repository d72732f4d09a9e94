package store_test

import (
	"slices"
	"strings"
	"testing"

	"oci-policy-playground/web/store"
)

// read is a page of the catalog as text, a row a line.
func read(s *store.Store) string {
	var b strings.Builder
	say := func(phrases []store.Phrase) {
		for _, p := range phrases {
			b.WriteString(p.Text)
		}
	}
	for _, p := range s.Views().Catalog.Pages {
		b.WriteString(p.Title + " (" + p.Kind + ")\n")
		for _, l := range p.Lead {
			say(l)
			b.WriteString("\n")
		}
		for _, block := range p.Blocks {
			b.WriteString(block.Title + ":\n")
			for _, r := range block.Rows {
				b.WriteString(strings.Repeat("  ", r.Depth))
				for i, c := range r.Cells {
					if i > 0 {
						b.WriteString(" | ")
					}
					say(c)
				}
				b.WriteString("\n")
			}
		}
	}
	return b.String()
}

func consulted(t *testing.T, name string, wants ...string) *store.Store {
	t.Helper()
	s := opened(store.OpenFragment{Fragment: "catalog/" + name})
	for _, w := range wants {
		if text := read(s); !strings.Contains(text, w) {
			t.Errorf("the page of %s does not have %q:\n%s", name, w, text)
		}
	}
	return s
}

func TestEveryKindOfThingHasItsPage(t *testing.T) {
	consulted(t, "buckets", "Of Object Storage", "Part of object-family", "inspect | BUCKET_INSPECT | HeadBucket, ListBuckets", "target.bucket.name")
	consulted(t, "object-family", "A family of ", "objects")
	consulted(t, "all-resources", "every resource of every type")
	consulted(t, "VOLUME_WRITE", "Of the type volumes", "use | ", "volume-family", "AttachVolume", "to {VOLUME_WRITE} in compartment Prod:Data")
	consulted(t, "LaunchInstance", "INSTANCE_CREATE\n", "when a network security group is given\n  NETWORK_SECURITY_GROUP_UPDATE_MEMBERS", "to manage instances in compartment Prod:Data")
	consulted(t, "HeadObject", "one of\n  OBJECT_READ")
	consulted(t, "CreateBucket", "held by the service objectstorage-{region}", "Allow service objectstorage-us-ashburn-1 to")
	consulted(t, "target.bucket.name", "Holds: string", "buckets")
	consulted(t, "request.groups.name", "set of values")
	consulted(t, "iam", "groups", "ListUsers", "Written iam in front of a call")
	if text := read(consulted(t, "cloud-shell", "The pages name the types, not their permissions.")); strings.Contains(text, "in front of a call") {
		t.Error("a service without calls has none of another's name")
	}
	consulted(t, "bastion", "The work requests of bastions are not in the table.")
}

func TestTheCatalogIsSearched(t *testing.T) {
	s := consulted(t, "")
	if v := s.Views().Catalog; !v.Services || len(v.Found) < 80 {
		t.Errorf("%d services are listed", len(v.Found))
	}
	name := func(e store.EntryView) string { return strings.ToLower(e.Name) }
	if v := s.Views().Catalog; !slices.IsSortedFunc(v.Found, func(a, b store.EntryView) int { return strings.Compare(name(a), name(b)) }) {
		t.Error("the services are not in order")
	}
	s.Dispatch(store.LookUp{Query: "volume wri"})
	if found := s.Views().Catalog.Found; len(found) == 0 || found[0].Link != "VOLUME_WRITE" {
		t.Errorf("found %v", found)
	}
	s = consulted(t, "no-such-thing")
	if v := s.Views().Catalog; len(v.Unknown) == 0 || len(v.Pages) > 0 {
		t.Error("an unknown name has a page")
	}
}

func TestTheCatalogLeavesTheWorkAsItIs(t *testing.T) {
	s := opened(store.EditSentence{Text: "bob may ListBuckets in tenancy"})
	link, _ := s.State().Link()
	document := s.State().Document
	s.Dispatch(store.OpenFragment{Fragment: "catalog/buckets"})
	s.Dispatch(store.InsertText{Statement: "Allow group Readers to read buckets in tenancy"})
	wants(t, "the notice", s.State().Notice.Text, "Added to the policy readers.")
	s.Dispatch(store.Undo{})
	s.Dispatch(store.OpenFragment{Fragment: link})
	if s.State().Reading.Open || s.State().Document != document {
		t.Error("the way back opened the work anew")
	}
	fresh := store.New("catalog/buckets", nil, "")
	fresh.Dispatch(store.ShutCatalog{})
	if fresh.State().Reading.Open || !fresh.State().Fresh {
		t.Error("behind the catalog there is no first example")
	}
}
