//go:build !js

package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/andybalholm/brotli"
)

// publish makes dir hold exactly these files, each with its compressed forms. What is there already stays.
func publish(files []file, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	errs := make([]error, len(files))
	var all sync.WaitGroup
	for i, f := range files {
		all.Go(func() { errs[i] = f.publish(dir) })
	}
	all.Wait()
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return sweep(files, dir)
}

func (f file) publish(dir string) error {
	path := filepath.Join(dir, f.name)
	if f.published(path) {
		return nil
	}
	if err := replace(path+".br", squeezed(f.content, bestBrotli)); err != nil {
		return err
	}
	if err := replace(path+".gz", squeezed(f.content, bestGzip)); err != nil {
		return err
	}
	return replace(path, f.content) // last: its presence says that the others are there
}

func (f file) published(path string) bool {
	there, err := os.ReadFile(path)
	return err == nil && bytes.Equal(there, f.content) && exists(path+".br") && exists(path+".gz")
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// replace never leaves half a file under the name, even where a server is reading it.
func replace(path string, content []byte) error {
	if err := os.WriteFile(path+".new", content, 0o644); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// bestBrotli looks back as far as the format allows: the program is longer than what it looks back by itself.
func bestBrotli(w io.Writer) io.WriteCloser {
	return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
}

func bestGzip(w io.Writer) io.WriteCloser {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		panic(err) // the level is a constant of the package
	}
	return z
}

// squeezed is content as a compressor writes it; writing to memory cannot fail.
func squeezed(content []byte, compressor func(io.Writer) io.WriteCloser) []byte {
	var small bytes.Buffer
	w := compressor(&small)
	w.Write(content)
	w.Close()
	return small.Bytes()
}

// sweep removes what an earlier build left.
func sweep(files []file, dir string) error {
	keep := map[string]bool{}
	for _, f := range files {
		keep[f.name], keep[f.name+".br"], keep[f.name+".gz"] = true, true, true
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !keep[e.Name()] {
			if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
