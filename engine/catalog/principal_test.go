package catalog

import (
	"slices"
	"testing"
)

func TestPrincipalsStandOnceAndInOrder(t *testing.T) {
	for _, table := range [][]PrincipalKind{slices.Collect(Default().PrincipalTypes()), slices.Collect(Default().ServicePrincipals())} {
		for i := 1; i < len(table); i++ {
			if fold(table[i-1].Name, table[i].Name) >= 0 {
				t.Errorf("%s stands before %s", table[i-1].Name, table[i].Name)
			}
		}
	}
}

func TestRegionsOfEveryRealmHaveTheirOwnKey(t *testing.T) {
	keys := map[string]string{}
	for r := range Default().Regions() {
		if keys[r.Key] != "" || len(r.Key) != 3 || r.Realm == "" {
			t.Errorf("%s and %q: key %s, realm %q", r.Name, keys[r.Key], r.Key, r.Realm)
		}
		keys[r.Key] = r.Name
	}
	for name, want := range map[string]string{"us-gov-phoenix-1": "oc3", "iad": "oc1", "eu-frankfurt-2": "oc19"} {
		if r, _ := Default().Region(name); r.Realm != want {
			t.Errorf("%s: realm %q", name, r.Realm)
		}
	}
}
