package syntax

import "strings"

// chunk is the tokens [first, last) of one statement, without the blanks and
// comments around it.
type chunk struct{ first, last int }

// split finds the statements of a policy without understanding them, so that a
// broken one leaves its neighbours alone. A statement begins with its start
// word at the head of a line, and anything at the head of a line begins one
// after a blank line behind a statement that could end there.
func split(text string, tokens []Token) []chunk {
	var chunks []chunk
	open := chunk{first: -1}
	depth, whole := 0, false
	for i, t := range tokens {
		if t.Kind <= Comment {
			continue
		}
		if open.first >= 0 && heads(text, tokens, i) && begins(text, tokens, i, whole && depth == 0) {
			chunks = append(chunks, open)
			open.first, depth, whole = -1, 0, false
		}
		if open.first < 0 {
			open.first = i
		}
		whole = whole || placed(text, tokens[open.first:i])
		open.last = i + 1
		depth = max(0, depth+nesting(text[t.Start:t.End]))
	}
	if open.first >= 0 {
		chunks = append(chunks, open)
	}
	return chunks
}

// heads tells whether token i is the first of its line, and of what is not
// blank on it.
func heads(text string, tokens []Token, i int) bool {
	for i--; i >= 0 && tokens[i].Kind <= Comment; i-- {
		if strings.Contains(text[tokens[i].Start:tokens[i].End], "\n") {
			return true
		}
	}
	return i < 0
}

func begins(text string, tokens []Token, i int, whole bool) bool {
	if startWord(text[tokens[i].Start:tokens[i].End]) && startsLikeStatement(text, tokens, i) {
		return i < 2 || len(withoutEffect(text, []Token{tokens[i-2], tokens[i]})) == 2
	}
	gap := tokens[i-1]
	blank := strings.Count(text[gap.Start:gap.End], "\n") > 1
	return blank && whole && !isWordOf(text, tokens[i], "where")
}

// startWord tells the words a statement starts with, also when the blank behind
// them is lost.
func startWord(word string) bool {
	for _, start := range [...]string{"allow", "deny", "endorse", "admit", "define"} {
		if n := len(start); len(word) >= n && strings.EqualFold(word[:n], start) {
			return len(word) == n || glued(strings.ToLower(word[n:]))
		}
	}
	return false
}

func glued(rest string) bool {
	for _, kind := range [...]string{"group", "dynamic-group", "any-user", "any-group", "service"} {
		if strings.HasPrefix(rest, kind) {
			return true
		}
	}
	return false
}

// startsLikeStatement keeps a line that goes on with a group called Allow from
// beginning a statement: what follows a start word is never a comma or `to`.
func startsLikeStatement(text string, tokens []Token, i int) bool {
	for _, t := range tokens[i+1:] {
		if t.Kind > Comment {
			word := text[t.Start:t.End]
			return word != "," && !strings.EqualFold(word, "to")
		}
	}
	return true
}

// placed tells whether the last word before a token is one that a location or a
// definition stands behind: with it a statement could end.
func placed(text string, before []Token) bool {
	for i := len(before) - 1; i >= 0; i-- {
		if t := before[i]; t.Kind > Comment {
			return isWordOf(text, t, "in") || isWordOf(text, t, "as")
		}
	}
	return false
}

func isWordOf(text string, t Token, word string) bool {
	return t.Kind == Word && strings.EqualFold(text[t.Start:t.End], word)
}
