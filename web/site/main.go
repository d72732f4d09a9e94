//go:build !js

package main

import (
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"strings"

	"oci-policy-playground/web/site/static"
)

// out is where a build goes, and what the server serves.
const out = "dist"

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(1)
	}
}

const commands = "say build, serve, watch, learn or flags"

func run(args []string) error {
	if len(args) == 0 {
		return errors.New(commands)
	}
	switch args[0] {
	case "build":
		return runBuild(args[1:])
	case "serve":
		return runServe(args[1:])
	case "watch":
		return watch()
	case "learn":
		return learn(os.Stdin)
	case "flags":
		return printFlags()
	default:
		return fmt.Errorf("unknown command %q: %s", args[0], commands)
	}
}

func runBuild(args []string) error {
	flags := flag.NewFlagSet("build", flag.ExitOnError)
	sizes := flags.Bool("sizes", false, "print what each file weighs: as it is, with gzip, with brotli")
	flags.Parse(args)
	files, err := assemble()
	if err != nil {
		return err
	}
	if err := publish(files, out); err != nil {
		return err
	}
	if *sizes {
		return printSizes(os.Stdout, out)
	}
	return nil
}

func runServe(args []string) error {
	flags := flag.NewFlagSet("serve", flag.ExitOnError)
	addr := flags.String("addr", ":8080", "address to listen on")
	flags.Parse(args)
	host := *addr
	if strings.HasPrefix(host, ":") {
		host = "localhost" + host
	}
	fmt.Printf("http://%s\n", host)
	return http.ListenAndServe(*addr, static.Handler(out))
}
