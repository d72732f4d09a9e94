package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// errFailed is a check that does not hold or a text that cannot be read: it has
// been told, and only the exit status is left to set.
var errFailed = errors.New("failed")

// shell is where a command reads and writes.
type shell struct {
	in       io.Reader
	out, err io.Writer
}

var commands = map[string]func(shell, []string) error{
	"check": check, "lint": lintCommand, "explain": explainCommand, "parse": parse, "fmt": format, "link": link, "open": open,
	"catalog": catalogCommand, "import": importCommand, "export": exportCommand, "redact": redactCommand,
}

const usage = `usage: ociplay COMMAND ...

  check [--json] [--coverage] FILE...
                             judge the checks of scenarios; exit 1 when one fails; tell what
                             each statement does over them
  lint [--json] FILE...      print what there is to say of policies; exit 1 on a warning
  explain FILE [SENTENCE]    tell why, for every check or for one sentence
  parse [--json] [--dialect guide|oracle] [FILE|-]
                             read statements; by a dialect, check their words without a tenancy
  parse [--json] --rule [FILE|-]
                             read a matching rule
  fmt [-w] FILE...           print policies or scenarios in canonical form, or write them back
  link FILE                  print the link of a scenario
  open LINK                  print the scenario of a link
  import FILE... [-o FILE]   make a scenario of what the OCI tools print, Terraform, audit
                             events or statements, laid over each other one after the other
  export --cli|--terraform FILE
                             print the policies of a scenario for the OCI tools
  redact [--values] [--keep-prose] FILE
                             print a scenario without its names, and that its verdicts stay
  catalog [--json] [NAME]    tell about a service, type, family, permission, operation or
                             variable; without a name, list the services or print everything
`

// run is the program; it returns 0, 1 when something does not hold, 2 when it
// was called wrongly.
func run(args []string, in io.Reader, out, err io.Writer) int {
	if len(args) == 0 || commands[args[0]] == nil {
		fmt.Fprint(err, usage)
		return 2
	}
	switch failure := commands[args[0]](shell{in, out, err}, args[1:]); {
	case failure == nil:
		return 0
	case errors.Is(failure, errFailed):
		return 1
	default:
		fmt.Fprintln(err, "ociplay:", failure)
		return 2
	}
}

// flagged takes a flag out of the arguments, wherever it stands.
func flagged(args []string, flag string) ([]string, bool) {
	i := slices.Index(args, flag)
	if i < 0 {
		return args, false
	}
	return slices.Concat(args[:i], args[i+1:]), true
}
