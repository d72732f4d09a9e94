package store

import (
	"maps"
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/tenancy"
	say "oci-policy-playground/web/words"
)

// ListView is a kind of entries of the tenancy.
type ListView struct {
	Kind, Title, Key string // the key is that of tenancy.json
	Entries          []ResidentView
	More             int    // that are not shown
	None             string // what to say when there are none
}

// ResidentView is a group, a user, a dynamic group, a resource or a network source.
type ResidentView struct {
	Pointer, Name, Note string
	Class               string // of the facet, when it is the caller's own
	Open                bool
	Everywhere          bool   // it is named in the texts, too, and renamed there
	Tags                string // those it has, when it is open
	Taggable            bool
	Chips               []ChipView // of an open group, its users; of an open user, the groups
	MoreChips           int        // that are not shown
	Rule                []Word     // of a dynamic group that is shut
	Text                Text       // the same when it is open
}

// ChipView is a membership that can be given and taken away.
type ChipView struct {
	User, Group string // pointers
	Name        string
	In          bool
}

// list puts the entries of a list together, not too many of them.
func (s State) list(kind, key, title, none string, n int, entry func(i int) ResidentView) ListView {
	v := ListView{Kind: kind, Key: key, Title: title, None: none}
	if n > most && !s.Tending.Whole[key] {
		n, v.More = most, n-most
	}
	v.Entries = make([]ResidentView, n)
	for i := range v.Entries {
		v.Entries[i] = entry(i)
		v.Entries[i].Open = v.Entries[i].Pointer == s.Tending.Shown
	}
	return v
}

func (s State) groupList() ListView {
	w := s.Analysis.World
	members := map[*tenancy.Group][]string{}
	for _, u := range w.Users {
		for _, g := range u.Groups {
			members[g] = append(members[g], u.Qualified())
		}
	}
	return s.list("group", "groups", say.Groups, say.NoGroups, len(w.Groups), func(i int) ResidentView {
		g := w.Groups[i]
		v := ResidentView{Pointer: g.Pointer, Name: g.Qualified(), Note: orNone(members[g], say.Nobody), Taggable: true, Everywhere: true}
		if u := s.caller().User; u != nil && slices.Contains(u.Groups, g) {
			v.Class = "subject"
		}
		if v.Pointer == s.Tending.Shown {
			v.Tags = tagText(g.Tags)
			for _, u := range w.Users {
				v.Chips = append(v.Chips, ChipView{u.Pointer, v.Pointer, u.Qualified(), slices.Contains(u.Groups, g)})
			}
			v.Chips, v.MoreChips = s.firstChips(v.Pointer, v.Chips)
		}
		return v
	})
}

func (s State) userList() ListView {
	w := s.Analysis.World
	return s.list("user", "users", say.Users, say.NoUsers, len(w.Users), func(i int) ResidentView {
		u := w.Users[i]
		var names []string
		for _, g := range u.Groups {
			names = append(names, g.Qualified())
		}
		v := ResidentView{Pointer: u.Pointer, Name: u.Qualified(), Note: orNone(names, say.InNoGroup)}
		if u == s.caller().User {
			v.Class = "subject"
		}
		if v.Pointer == s.Tending.Shown {
			for _, g := range w.Groups {
				v.Chips = append(v.Chips, ChipView{v.Pointer, g.Pointer, g.Qualified(), slices.Contains(u.Groups, g)})
			}
			v.Chips, v.MoreChips = s.firstChips(v.Pointer, v.Chips)
		}
		return v
	})
}

// firstChips are the memberships of an entry that are shown, of too many those that are held before those that could be, and
// how many are not.
func (s State) firstChips(of string, all []ChipView) (shown []ChipView, more int) {
	if len(all) <= most || s.Tending.Whole[of] {
		return all, 0
	}
	held := func(c ChipView) int {
		if c.In {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(all, func(a, b ChipView) int { return held(a) - held(b) })
	return all[:most], len(all) - most
}

func (s State) dynamicGroupList() ListView {
	w := s.Analysis.World
	return s.list("dynamic group", "dynamicGroups", say.DynamicGroups, say.NoDynamicGroups, len(w.DynamicGroups), func(i int) ResidentView {
		g := w.DynamicGroups[i]
		v := ResidentView{Pointer: g.Pointer, Name: g.Qualified(), Taggable: true, Everywhere: true}
		var matches []string
		for _, r := range w.Resources {
			if authz.Matches(s.Analysis.Set.Rules[g], r).Result == authz.Pass {
				matches = append(matches, r.Name)
				if r == s.caller().Resource {
					v.Class = "subject"
				}
			}
		}
		v.Note = say.Matches + orNone(matches, say.Nothing)
		f := s.Analysis.Rules[g]
		if v.Pointer != s.Tending.Shown {
			v.Rule = []Word{{Text: flat(g.MatchingRule), Class: "condition"}}
			return v
		}
		v.Tags = tagText(g.Tags)
		v.Text = Text{File: f.Name, Text: f.Text, Document: s.Document, Problems: s.underlined(f), Lit: s.light(f), Reveal: s.revealIn(f)}
		return v
	})
}

func (s State) resourceList() ListView {
	w := s.Analysis.World
	return s.list("resource", "resources", say.Resources, say.NoResources, len(w.Resources), func(i int) ResidentView {
		r := w.Resources[i]
		v := ResidentView{Pointer: r.Pointer, Name: r.Name, Note: say.TypeIn(r.Type, r.Compartment.Label()), Taggable: true}
		if r == s.caller().Resource {
			v.Class = "subject"
		}
		if v.Pointer == s.Tending.Shown {
			v.Tags = tagText(r.Tags)
		}
		return v
	})
}

func (s State) sourceList() ListView {
	w := s.Analysis.World
	return s.list("network source", "networkSources", say.NetworkSources, say.NoNetworkSources, len(w.NetworkSources), func(i int) ResidentView {
		n := w.NetworkSources[i]
		return ResidentView{Pointer: n.Pointer, Name: n.Name, Note: orNone(n.Ranges, say.NoAddresses)}
	})
}

// caller is who asks at the moment.
func (s State) caller() authz.Principal {
	if answer := s.Answer(); answer != nil {
		return answer.Request.Principal
	}
	return authz.Principal{}
}

// mostNamed is how many names stand beside an entry.
const mostNamed = 20

func orNone(names []string, none string) string {
	if len(names) == 0 {
		return none
	}
	if more := len(names) - mostNamed; more > 0 {
		return strings.Join(names[:mostNamed], ", ") + " " + say.AndMore(more)
	}
	return strings.Join(names, ", ")
}

func tagCount(tags tenancy.Tags) int {
	n := 0
	for _, keys := range tags {
		n += len(keys)
	}
	return n
}

// tagText is all tags in a line.
func tagText(tags tenancy.Tags) string {
	var all []string
	for _, namespace := range slices.Sorted(maps.Keys(tags)) {
		for _, key := range slices.Sorted(maps.Keys(tags[namespace])) {
			all = append(all, namespace+"."+key+" = "+tags[namespace][key])
		}
	}
	return strings.Join(all, ", ")
}
