//go:build !js

package main

import (
	"bytes"
	"strings"
	"testing"
)

func written(text string) func(string) ([]byte, error) {
	return func(string) ([]byte, error) { return []byte(text), nil }
}

// smallSite is a site with a sheet of this text.
func smallSite(t *testing.T, sheet string) assembly {
	t.Helper()
	var site assembly
	for _, p := range []part{
		{name: "a.css", make: written(sheet)},
		{name: "embed.js", make: written(`"a.css"`), linked: true},
		{name: "engine.js", make: written(`"a.css" "size:a.css"`), linked: true, naming: true},
		{name: "index.html", make: written(`<link href="a.css">`), linked: true, naming: true},
		{name: "embed.html", make: written(`<link href="a.css">`), linked: true, naming: true},
	} {
		if err := site.add(p); err != nil {
			t.Fatal(err)
		}
	}
	return site
}

func TestFilesNameEachOtherAsPublished(t *testing.T) {
	site := smallSite(t, "p {}")
	sheet := site.files[0].name
	for i, want := range []string{"p {}", `"a.css"`, `"` + sheet + `" "4"`, `<link href="` + sheet + `">`, `<link href="` + sheet + `">`} {
		if got := string(site.files[i].content); got != want {
			t.Errorf("%s holds %s, not %s", site.files[i].name, got, want)
		}
	}
	if got := strings.Join(site.kept, " "); got != sheet+" ./ embed.html" {
		t.Errorf("a visit needs %s", got)
	}
}

func TestAnyChangeIsAnotherVersion(t *testing.T) {
	if one, two := hash(smallSite(t, "p {}").contents...), hash(smallSite(t, "p { }").contents...); one == two {
		t.Errorf("both are %s", one)
	}
}

// mostLoader is what the script that other sites load may weigh with gzip, in bytes.
const mostLoader = 3000

func TestTheLoaderOfOtherSitesIsSmall(t *testing.T) {
	script, err := bundle("../embed/embed.js")
	if err != nil {
		t.Fatal(err)
	}
	if size := len(squeezed(script, bestGzip)); size > mostLoader {
		t.Errorf("embed.js has %d bytes, more than %d", size, mostLoader)
	}
	if bytes.Contains(script, []byte("import")) {
		t.Error("embed.js asks for another script")
	}
}
