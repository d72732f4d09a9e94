package scenario

import (
	"strings"

	"golang.org/x/tools/txtar"
)

// Format writes a scenario as the archive that [Parse] reads. A text that does
// not end in a line break gets one.
func Format(s *Scenario) []byte {
	archive := txtar.Archive{Comment: []byte(quote(comment(s.Title, s.About)))}
	add := func(name, text string) { archive.Files = append(archive.Files, section(name, text)) }
	if s.Settings != (Settings{}) {
		add(settingsSection, s.Settings.text())
	}
	if s.Tenancy != nil {
		add(tenancySection, s.Tenancy.Text)
	}
	for _, p := range s.Policies {
		add(p.File.Name, p.File.Text)
	}
	for _, o := range s.Others {
		if o.Tenancy != nil {
			add(o.Tenancy.Name, o.Tenancy.Text)
		}
		for _, p := range o.Policies {
			add(p.File.Name, p.File.Text)
		}
	}
	if s.Checks != nil {
		add(checksSection, s.Checks.Text)
	}
	for _, f := range s.Extra {
		add(f.Name, string(f.Data))
	}
	if out := txtar.Format(&archive); !isBare(&archive, string(out)) {
		return out
	}
	// Without a section of ours the words would be taken for a pasted policy.
	add(settingsSection, "{}")
	return txtar.Format(&archive)
}

// comment is the text before the first section: the title's line, then the rest.
func comment(title, about string) string {
	title = tame(plain(title))
	about = strings.Trim(plain(about), "\n")
	switch {
	case about != "":
		return title + "\n\n" + about + "\n"
	case title != "":
		return title + "\n"
	}
	return ""
}
