package syntax

// Ahead is what is new in texts that are about to be parsed. A page that must
// not wait for thousands of statements reads them a few at a time, and parses
// the text when it knows them.
type Ahead struct {
	parser     *Parser
	statements []string
	done       int
}

// Ahead finds the statements of the texts that the parser does not know. It
// forgets those that were read ahead before.
func (p *Parser) Ahead(texts ...string) *Ahead {
	a := &Ahead{parser: p}
	p.ahead = map[string]reading{}
	for _, text := range texts {
		text, tokens, _ := pieces(text)
		for _, c := range split(text, tokens) {
			if statement := text[tokens[c.first].Start:tokens[c.last-1].End]; !p.keeps(statement) {
				a.statements = append(a.statements, statement)
			}
		}
	}
	return a
}

// keeps tells whether a statement is known, and sees to it that the next round
// still knows it.
func (p *Parser) keeps(text string) bool {
	if _, ok := p.recent[text]; ok {
		return true
	}
	r, ok := p.known[text]
	if ok {
		p.recent[text] = r
	}
	return ok
}

// few is how many statements are read in one step: to look at the clock takes
// longer than to read a word.
const few = 8

// Step reads a few statements and tells whether there are more.
func (a *Ahead) Step() (more bool) {
	for range min(few, len(a.statements)-a.done) {
		text := a.statements[a.done]
		a.parser.ahead[text] = read(text)
		a.done++
	}
	return a.done < len(a.statements)
}

// Progress is how many statements have been read, of how many.
func (a *Ahead) Progress() (done, of int) { return a.done, len(a.statements) }

// Forget is for when the texts have been parsed.
func (a *Ahead) Forget() { a.parser.ahead = nil }
