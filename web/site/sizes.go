//go:build !js

package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
)

// printSizes writes a table of what each file of a built site weighs.
func printSizes(w io.Writer, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "raw\tgzip\tbrotli\tfile\t")
	var total [3]int64
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".br") || strings.HasSuffix(e.Name(), ".gz") {
			continue
		}
		row, err := weights(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		for i := range row {
			total[i] += row[i]
		}
		fmt.Fprintf(table, "%d\t%d\t%d\t%s\t\n", row[0], row[1], row[2], e.Name())
	}
	fmt.Fprintf(table, "%d\t%d\t%d\ttotal\t\n", total[0], total[1], total[2])
	return table.Flush()
}

// weights are the sizes of a file as it is, with gzip and with brotli.
func weights(path string) (sizes [3]int64, err error) {
	for i, suffix := range []string{"", ".gz", ".br"} {
		stat, err := os.Stat(path + suffix)
		if err != nil {
			return sizes, err
		}
		sizes[i] = stat.Size()
	}
	return sizes, nil
}
