package syntax

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/source"
)

func notJudged(kind string, t Token) source.Diagnostic {
	return source.Diagnostic{Severity: source.Warning, Code: "not-judged", Span: span(t),
		Summary: fmt.Sprintf("`%s` statements are recognised but not judged yet", kind),
		Detail:  "This one neither grants nor takes anything here; verdicts that hang on it may differ in your tenancy."}
}

// slips are what the grammar lets pass and a person should know.
func slips(a *Allow, text string) source.Diagnostics {
	var ds source.Diagnostics
	if a.To == nil {
		before := source.Span{Start: a.Do.start(), End: a.Do.start()}
		ds = append(ds, source.Diagnostic{Severity: source.Warning, Code: "missing-to", Span: place(a.Do),
			Summary: "`to` is missing before what is allowed", Detail: "Oracle's pages always write it.",
			Fixes: []source.Fix{source.Replace("insert `to`", before, "to ")}, Source: syntaxPage})
	}
	if path, ok := a.In.(*ByPath); ok {
		ds = append(ds, pathSlips(path.Path)...)
	}
	if v, ok := a.Do.(*Verb); ok && len(v.Types) > 1 {
		ds = append(ds, source.Diagnostic{Severity: source.Warning, Code: "several-types", Span: place(v.Types[1]),
			Summary: "a statement has one resource type", Detail: "Each of these is granted here; OCI asks for a statement each.", Source: syntaxPage})
	}
	return append(ds, comments(text)...)
}

func place(n Node) source.Span { return source.Span{Start: n.start(), End: n.end()} }

// pathSlips reports OCIDs that lack `id` and paths with an empty element.
func pathSlips(path *Name) source.Diagnostics {
	text := string(path.Text)
	if isOCID(text) {
		at := place(path)
		return source.Diagnostics{{Severity: source.Error, Code: "missing-id", Span: at,
			Summary: "`id` is missing before the OCID",
			Detail:  "Without it the OCID is looked up as a name and OCI answers that the compartment does not exist or is not part of the policy compartment subtree.",
			Fixes:   []source.Fix{source.Replace("insert `id`", source.Span{Start: at.Start, End: at.Start}, "id ")}, Source: locationPage}}
	}
	for _, element := range strings.Split(text, ":") {
		if element == "" {
			return source.Diagnostics{{Severity: source.Error, Code: "empty-path-element", Span: place(path),
				Summary: fmt.Sprintf("the path `%s` has an empty name in it", clip(text)),
				Detail:  "Names are joined by single colons: `Prod:Data`.", Source: locationPage}}
		}
	}
	return nil
}

// comments tells once a statement that remarks inside it are ours alone.
func comments(text string) source.Diagnostics {
	for _, t := range scan(text) {
		if t.Kind == Comment {
			return source.Diagnostics{{Severity: source.Info, Code: "comment", Span: span(t),
				Summary: "OCI has no comments", Detail: "The playground leaves them out; do so before you paste the statement into OCI.", Source: syntaxPage}}
		}
	}
	return nil
}

func emptyRule(f *source.File) source.Diagnostic {
	return source.Diagnostic{Severity: source.Error, Code: "empty-rule", Span: f.Span(0, len(f.Text)),
		Summary: "the matching rule is empty", Detail: "It matches nothing. Write one such as `instance.compartment.id = 'ocid1.compartment…'`.", Source: rulesPage}
}

// ruleSlips reports what conditions know and matching rules do not.
func ruleSlips(rule If) source.Diagnostics {
	var ds source.Diagnostics
	Walk(rule, func(n Node) bool {
		if d := ruleSlip(n); d.Summary != "" {
			d.Severity, d.Span, d.Source = source.Error, place(n), rulesPage
			ds = append(ds, d)
		}
		return true
	})
	return ds
}

func ruleSlip(n Node) source.Diagnostic {
	switch n := n.(type) {
	case *Compare:
		if n.Op != "=" && n.Op != "!=" {
			return source.Diagnostic{Code: "rule-operator", Summary: fmt.Sprintf("matching rules do not know `%s`", n.Op), Detail: "They know `=` and `!=`, in `any {…}` and `all {…}`."}
		}
		if _, text := n.Value.(*Text); !text {
			return source.Diagnostic{Code: "rule-value", Summary: "a matching rule compares with a text in single quotes", Detail: "Put the value into single quotes."}
		}
	case *OneOf, *Between, *Sets, *Unset:
		return source.Diagnostic{Code: "rule-operator", Summary: "matching rules know `=` and `!=` only", Detail: "Write the alternatives in `any {…}`."}
	case *Set:
		if !strings.HasPrefix(strings.ToLower(n.Var.Name), "tag.") {
			return source.Diagnostic{Code: "rule-bare-variable", Summary: fmt.Sprintf("`%s` is compared with nothing", n.Var.Name), Detail: "Only a tag may stand alone, meaning that it is there. Add `= '…'`."}
		}
	}
	return source.Diagnostic{}
}
