package scenario

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/tools/txtar"
)

// A text can hold a line that looks like the head of a section: in a policy
// `-- production --` is a comment. Such a line gets a backslash in front when
// it is put into an archive, and loses it when it is taken out.

func quote(text string) string {
	return eachLine(text, func(line string) string {
		if looksLikeHead(strings.TrimLeft(line, `\`)) {
			return `\` + line
		}
		return line
	})
}

func unquote(text string) string {
	return eachLine(text, func(line string) string {
		if strings.HasPrefix(line, `\`) && looksLikeHead(strings.TrimLeft(line, `\`)) {
			return line[1:]
		}
		return line
	})
}

func looksLikeHead(line string) bool {
	return strings.HasPrefix(line, "-- ") && strings.HasSuffix(line, " --")
}

// eachLine changes the lines of a text, which are only looked at when there is
// a hyphen to begin a head with.
func eachLine(text string, change func(string) string) string {
	if !strings.Contains(text, "-- ") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = change(line)
	}
	return strings.Join(lines, "\n")
}

// plain is a text as the playground holds it: valid UTF-8 with line feeds alone,
// as the editor counts it, and without a byte order mark.
func plain(text string) string {
	text = strings.TrimPrefix(text, "\uFEFF")
	if !utf8.ValidString(text) { // which is told sooner than made so
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}

// closed ends a text with a line break, as every section of an archive does.
func closed(text string) string {
	if text == "" || strings.HasSuffix(text, "\n") {
		return text
	}
	return text + "\n"
}

func section(name, text string) txtar.File {
	return txtar.File{Name: name, Data: []byte(quote(closed(plain(text))))}
}
