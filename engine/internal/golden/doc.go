// Package golden runs tests that are archives on disk.
//
// A golden test is a txtar file: some sections are what goes in, the others are
// what came out when a person last read and accepted it. A test names a folder
// and a function from the archive to the sections it produces; [Run] compares
// them, and with `go test -update` writes them instead, so that a change of
// behaviour is a diff to read.
package golden
