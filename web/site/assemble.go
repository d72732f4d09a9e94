//go:build !js

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// file is one file of the site.
type file struct {
	name    string // as published
	content []byte
}

// part is a source of the site. Its name is what pages call it.
type part struct {
	name, source string
	make         func(source string) ([]byte, error)
	linked       bool // other sites, or browsers, come back to it: it keeps its plain name
	naming       bool // it names other parts, so it comes after them
}

var parts = []part{
	{name: "playground.wasm", make: firstPart},
	{name: "rest.wasm", make: restPart},
	{name: "boot.js", source: "web/boot/boot.js", make: bundle},
	{name: "editor.js", source: "web/editor/index.js", make: bundle},
	{name: "style.css", source: "web/style.css", make: styles},
	{name: "icon.svg", source: "web/boot/icon.svg", make: os.ReadFile},
	{name: "posters.json", make: posters},
	{name: "embed.css", source: "web/embed/embed.css", make: func(file string) ([]byte, error) { return sheet(file) }},
	{name: "frame.js", source: "web/embed/frame.js", make: bundle},
	{name: "embed.js", source: "web/embed/embed.js", make: bundle, linked: true},
	{name: "engine.js", source: "web/embed/engine.js", make: importable, linked: true, naming: true},
	{name: "index.html", source: "index.html", make: os.ReadFile, linked: true, naming: true},
	{name: "embed.html", source: "web/embed/embed.html", make: os.ReadFile, linked: true, naming: true},
}

// worker is made last: it keeps everything that a visit needs, and is another when any of that is.
var worker = part{name: "worker.js", source: "web/boot/worker.js", make: bundle, linked: true, naming: true}

// assemble makes every file of the site from its source.
func assemble() ([]file, error) {
	var site assembly
	for _, p := range parts {
		if err := site.add(p); err != nil {
			return nil, err
		}
	}
	site.names("site:files", strings.Join(site.kept, " "))
	site.names("site:version", hash(site.contents...))
	err := site.add(worker)
	return site.files, err
}

// assembly is a site in the making.
type assembly struct {
	files    []file
	contents [][]byte
	kept     []string // what a visit needs: the pages, and what has a hash in its name
	named    []string // plain name, published name, ...
}

func (a *assembly) add(p part) error {
	content, err := p.make(p.source)
	if err != nil {
		return err
	}
	if p.naming {
		content = []byte(strings.NewReplacer(a.named...).Replace(string(content)))
	}
	f := file{name: p.published(content), content: content}
	a.files, a.contents = append(a.files, f), append(a.contents, content)
	switch {
	case p.name == "index.html":
		a.kept = append(a.kept, "./") // by the name that people come by
	case p.name == "embed.html" || !p.linked:
		a.kept = append(a.kept, f.name)
	}
	a.names(p.name, f.name)
	a.names("size:"+p.name, strconv.Itoa(len(content)))
	return nil
}

// names makes a plain name in double quotes stand for another.
func (a *assembly) names(plain, published string) {
	a.named = append(a.named, quoted(plain), quoted(published))
}

func quoted(name string) string { return `"` + name + `"` }

// published is the name of a part with these bytes in it.
func (p part) published(content []byte) string {
	if p.linked {
		return p.name
	}
	ext := filepath.Ext(p.name)
	return strings.TrimSuffix(p.name, ext) + "." + hash(content) + ext
}

// hash is ten letters that tell contents apart.
func hash(contents ...[]byte) string {
	sum := sha256.New()
	for _, c := range contents {
		sum.Write(c)
	}
	return hex.EncodeToString(sum.Sum(nil)[:5])
}
