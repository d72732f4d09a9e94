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
	linked       bool // other sites link to it, so it keeps its plain name
}

var parts = []part{
	{name: "playground.wasm", source: "./wasm", make: compile},
	{name: "boot.js", source: "web/boot/boot.js", make: bundle},
	{name: "editor.js", source: "web/editor/index.js", make: bundle},
	{name: "style.css", source: "web/style.css", make: styles},
	{name: "icon.svg", source: "web/boot/icon.svg", make: os.ReadFile},
}

// pages are published last: they name everything else.
var pages = []string{"index.html"}

// assemble makes every file of the site from its source.
func assemble() ([]file, error) {
	var files []file
	var named []string // plain name, published name, ...
	for _, p := range parts {
		content, err := p.make(p.source)
		if err != nil {
			return nil, err
		}
		f := file{name: p.published(content), content: content}
		files = append(files, f)
		named = append(named, quoted(p.name), quoted(f.name), quoted("size:"+p.name), quoted(strconv.Itoa(len(content))))
	}
	fill := strings.NewReplacer(named...)
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name: filepath.Base(page), content: []byte(fill.Replace(string(text)))})
	}
	return files, nil
}

func quoted(name string) string { return `"` + name + `"` }

// published is the name of a part with these bytes in it.
func (p part) published(content []byte) string {
	if p.linked {
		return p.name
	}
	sum := sha256.Sum256(content)
	ext := filepath.Ext(p.name)
	return strings.TrimSuffix(p.name, ext) + "." + hex.EncodeToString(sum[:5]) + ext
}
