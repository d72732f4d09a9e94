// Package syntax is the language as it is written.
//
// A policy is a text; in it stand statements, one a line or over several lines.
// [Parse] cuts the text into statements first and then reads each by itself, so
// that a broken one is a single [Bad] and its neighbours are untouched.
//
// # The grammar is the tree
//
// The structs in grammar.go are the rules: their tags read as EBNF and their
// values are the syntax tree, whose leaves, in leaves.go, are a token each.
// Keywords are matched in any case, and only where they mean something, so that
// a group may be called `in`.
//
// In full, where a keyword is taken for one only as far as it can be nothing
// else (a group may not be called `to` without quotes if a word follows):
//
//	Sentence     = Form
//	Form         = Allow | Deny | Endorse | Admit | Define
//	Allow        = 'allow' Who 'to'? Action 'in' In ('where' Where)?
//	Who          = Groups | Services | Anyone | Resources
//	Groups       = ('group' | 'dynamic-group') GroupName (',' GroupName)*
//	GroupName    = Name ('/' Name)? | ('id' Name)
//	Services     = 'service' Name (',' Name)*
//	Anyone       = 'any-user' | 'any-group'
//	Resources    = 'resource' Term GroupName (','? GroupName)*
//	Action       = Verb | Permissions
//	Verb         = Term Term (',' Term)*
//	Permissions  = '{' Term (',' Term)* '}' Term?
//	In           = Tenancy | ByID | ByPath
//	Tenancy      = 'tenancy'
//	ByID         = 'compartment' 'id' Name
//	ByPath       = 'compartment' Name
//	Where        = If
//	If           = Compare | Group | OneOf | Between | Unset | Sets | Set
//	Compare      = Var ('=' | '!=' | '=~' | '<' | '<=' | '>' | '>=' | 'before' | 'after') Operand
//	Operand      = Text | Glob | Digits | List | Var
//	List         = '(' Operand (',' Operand)* ')'
//	Group        = ('any' | 'all') '{' If (',' If)* '}'
//	OneOf        = Var 'not'? 'in' List
//	Between      = Var 'between' Operand 'and' Operand
//	Unset        = '!' Var
//	Sets         = ('sets-intersect' | 'sets-equal') '(' Operand ',' Operand ')'
//	Set          = Var
//	Deny         = 'deny' Who 'to'? Action 'in' In ('where' Where)?
//	Endorse      = ('allow' | 'deny')? 'endorse' Who 'to'? Deed 'in' Reach With? ('where' Where)?
//	Deed         = Verb | Permissions | Associate
//	Associate    = 'associate' Term
//	Reach        = AnyTenancy | NamedTenancy | Tenancy | ByID | PathOf | ByPath
//	AnyTenancy   = 'any-tenancy'
//	NamedTenancy = 'tenancy' Name
//	PathOf       = 'compartment' Name 'of' 'tenancy' Name
//	With         = 'with' Term 'in' Reach
//	Admit        = ('allow' | 'deny')? 'admit' Who Of? 'to'? Deed 'in' Reach With? ('where' Where)?
//	Of           = 'of' ('any-tenancy' | ('tenancy' Name))
//	Define       = 'define' ('tenancy' | 'group' | 'dynamic-group' | 'compartment' | 'service') Name 'as' 'id'? Name
//	Name         = <word> | <number> | <string> | <link>
//	Term         = <word>
//	Var          = <word> | <link>
//	Text         = <string>
//	Glob         = <pattern>
//	Digits       = <number>
//
// A word is letters, digits and any of `_ - . @ : $ *`; a string stands in single
// quotes and a pattern between slashes, each on one line, where a backslash
// keeps the mark behind it from closing; a number is digits alone. A link is one
// of the words `to`, `in` and `where`, which lead from part to part, or
// `associate`, which stands for a verb.
//
// # Places
//
// Nodes count their place in bytes from the start of their statement;
// [Statement.Place] turns it into a place in the file. A statement that only
// moves is therefore never read again: a [Parser] remembers the statements it
// has read by their text.
//
// # Tokens and roles
//
// [Tokens] cuts a text with the same lexer. Each token has a [Role], the part of
// the statement it plays in: subject, grant, location or condition. The roles
// are what the editor colours by, and they can be told for a half-written line.
//
// # Mistakes
//
// Where reading stops, the mistakes of that part of the statement are asked
// one by one whether they are what happened; the first that knows says so in
// words, with a fix where one edit does it.
//
// # Four parts, four kinds
//
// Allow and Deny are a [Clause]; Endorse and Admit are a [Crossing], which knows
// tenancies besides this one. [Statement.Clause] gives the four parts of any of
// them, for who asks about parts and not about effects; what grants is told by
// the form, *Allow, alone.
//
// # What is pasted
//
// Statements copied out of Terraform, JSON, a list or a page are read where they
// stand: what wraps them counts as blank, is told once, and can be taken away.
//
// # Matching rules
//
// The rule of a dynamic group is a condition of the same grammar with less in
// it; [ParseRule] reads one.
package syntax
