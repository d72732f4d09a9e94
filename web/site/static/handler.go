//go:build !js

package static

import (
	"mime"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// Handler serves the files under dir.
func Handler(dir string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
			return
		}
		serve(w, r, filepath.Join(dir, filepath.FromSlash(named(r.URL.Path))))
	})
}

// named is the file a URL path asks for: a folder is its index.html.
func named(urlPath string) string {
	name := path.Clean("/" + urlPath)
	if strings.HasSuffix(urlPath, "/") || urlPath == "" {
		name = path.Join(name, "index.html")
	}
	return name
}

func serve(w http.ResponseWriter, r *http.Request, name string) {
	suffix, encoding := smallest(name, r.Header.Get("Accept-Encoding"))
	file, err := os.Open(name + suffix)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer file.Close()
	stat, err := file.Stat()
	if err != nil || stat.IsDir() {
		http.NotFound(w, r)
		return
	}
	describe(w.Header(), name, encoding)
	http.ServeContent(w, r, name, stat.ModTime(), file)
}

// smallest picks among the compressed neighbours of a file; "" stands for the file itself.
func smallest(name, accepted string) (suffix, encoding string) {
	for _, form := range []struct{ suffix, encoding string }{{".br", "br"}, {".gz", "gzip"}} {
		if _, err := os.Stat(name + form.suffix); err == nil && accepts(accepted, form.encoding) {
			return form.suffix, form.encoding
		}
	}
	return "", ""
}

// accepts reads an Accept-Encoding header; a weight of zero is a refusal.
func accepts(header, encoding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(part, ";")
		if strings.TrimSpace(name) != encoding {
			continue
		}
		_, q, weighed := strings.Cut(params, "q=")
		weight, err := strconv.ParseFloat(strings.TrimSpace(q), 64)
		return !weighed || err != nil || weight > 0
	}
	return false
}

// hashed finds names that change with their content.
var hashed = regexp.MustCompile(`\.[0-9a-f]{10}\.[a-z]+$`)

func describe(h http.Header, name, encoding string) {
	h.Set("Content-Type", contentType(name))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Access-Control-Allow-Origin", "*") // a sandboxed frame is of no origin, and engine.js is for every page
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", "no-cache")
	if hashed.MatchString(name) {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
}

// contentType does not ask the machine about the types that matter, for a machine may be wrong about them.
func contentType(name string) string {
	switch ext := filepath.Ext(name); ext {
	case ".wasm":
		return "application/wasm"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".txtar":
		return "text/plain; charset=utf-8"
	default:
		if t := mime.TypeByExtension(ext); t != "" {
			return t
		}
		return "application/octet-stream"
	}
}
