package catalog

//go:generate go run ./internal/gen data tables_gen.go
