# Needs Go, Node with npm, make and git; the tests install Chromium by apt where it is missing.
SHELL := bash
.DEFAULT_GOAL := serve
.NOTPARALLEL:
.PHONY: serve build dist later test vet test-native test-wasm test-e2e bench bench-browser soak screenshots screenshot update chromium help

ADDR ?= :8080
EDITOR := web/editor/node_modules/.package-lock.json
AXE := web/e2e/node_modules/.package-lock.json

serve: build ## build the site and serve it (ADDR=:8080)
	@go run ./web/site serve -addr "$(ADDR)"

build: $(EDITOR) ## build the site into dist/
	@go run ./web/site build -sizes

dist: build

later: build chromium ## watch which functions a first verdict and typing need, and write web/site/later.txt
	go run ./web/site watch
	go run ./web/e2e/tour | go run ./web/site learn

%/node_modules/.package-lock.json: %/package-lock.json %/package.json
	cd $* && npm ci --no-audit --no-fund
	@touch $@

test: vet test-native build test-wasm test-e2e ## run everything: vet, native, in the browser, on the built page

vet:
	@unformatted=$$(gofmt -l engine web wasm examples); if [ -n "$$unformatted" ]; then echo "gofmt: $$unformatted"; exit 1; fi
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./wasm/... ./web/...
	checker=$$(go tool -n staticcheck) && $$checker ./... && GOOS=js GOARCH=wasm $$checker ./wasm/... ./web/...

test-native: ## run the tests that need no browser
	go test $$(go list ./... | grep -v /web/e2e)

# A test in the browser is handed its whole environment in a URL, which has an end: so it gets a small one.
SMALL := env -i PATH="$$PATH" HOME="$$HOME" GOCACHE="$$(go env GOCACHE)" GOMODCACHE="$$(go env GOMODCACHE)" \
	GOPROXY="$$(go env GOPROXY)" GOFLAGS="$$(go env GOFLAGS)"

test-wasm: chromium ## run the tests of browser code in Chromium (after make build)
	$(SMALL) GOOS=js GOARCH=wasm go test -count=1 -timeout 5m -exec "env -u GOOS -u GOARCH go tool wasmbrowsertest" ./web/browser/... ./web/editor/... ./web/ui/... ./wasm/...

test-e2e: chromium $(AXE) ## run the tests of the built page in Chromium (after make build)
	go test -count=1 -timeout 40m ./web/e2e/...

FIGURES := engine/bench/README.md

bench: ## measure the engine beside cedar-go and OPA
	cd engine/bench && { go run . && sed -n '/^# In the browser/,$$p' README.md; } > README.new
	mv engine/bench/README.new $(FIGURES) && cat $(FIGURES)

bench-browser: build chromium $(AXE) ## measure the built page in Chromium, the engine beside cedar-wasm
	{ sed '/^# In the browser/,$$d' $(FIGURES) && go run ./web/e2e/race; } > engine/bench/README.new
	mv engine/bench/README.new $(FIGURES) && cat $(FIGURES)

soak: build chromium $(AXE) ## half an hour of random work in the page
	go test -count=1 -timeout 45m -v -run TestRandomWork ./web/e2e -soak 30m

screenshots: build chromium ## picture every view, wide and narrow, light and dark, into screenshots/
	go run ./web/e2e/shoot

screenshot: build chromium ## make the README's picture
	go run ./web/e2e/shoot -one web/screenshot.png

update: ## rewrite what tests expect; review the difference
	go test $$(grep -rlE --include='*_test.go' 'internal/golden|"update"' engine web/store | xargs -n1 dirname | sort -u | sed 's|^|./|') -update

chromium: ## install Chromium where it is missing
	@web/e2e/chromium.sh

help: ## list the commands
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16
