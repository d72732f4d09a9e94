//go:build !js

package static

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

func TestEachBrowserGetsTheSmallestFormItAccepts(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"index.html": "page", "a.0123456789.wasm": "plain", "a.0123456789.wasm.br": "br", "a.0123456789.wasm.gz": "gz",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ path, accept, body, encoding, kind, cache string }{
		{"/", "br", "page", "", "text/html; charset=utf-8", "no-cache"},
		{"/a.0123456789.wasm", "gzip, deflate, br", "br", "br", "application/wasm", "public, max-age=31536000, immutable"},
		{"/a.0123456789.wasm", "gzip", "gz", "gzip", "application/wasm", "public, max-age=31536000, immutable"},
		{"/a.0123456789.wasm", "br;q=0, gzip;q=0.5", "gz", "gzip", "application/wasm", "public, max-age=31536000, immutable"},
		{"/a.0123456789.wasm", "", "plain", "", "application/wasm", "public, max-age=31536000, immutable"},
	} {
		r := httptest.NewRequest("GET", c.path, nil)
		r.Header.Set("Accept-Encoding", c.accept)
		w := httptest.NewRecorder()
		Handler(dir).ServeHTTP(w, r)
		h := w.Header()
		if w.Body.String() != c.body || h.Get("Content-Encoding") != c.encoding || h.Get("Content-Type") != c.kind || h.Get("Cache-Control") != c.cache {
			t.Errorf("%s for %q: %q %v", c.path, c.accept, w.Body, h)
		}
		if h.Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("%s is kept from a sandboxed frame", c.path)
		}
	}
}

func TestNothingOutsideTheFolderIsServed(t *testing.T) {
	parent := t.TempDir()
	os.WriteFile(filepath.Join(parent, "secret"), nil, 0o644)
	os.Mkdir(filepath.Join(parent, "dist"), 0o755)
	for _, path := range []string{"/../secret", "/..%2fsecret", "/dist", "/"} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", "/", nil)
		r.URL.Path = path
		Handler(filepath.Join(parent, "dist")).ServeHTTP(w, r)
		if w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}
