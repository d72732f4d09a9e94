package words

import "strings"

// Of what is opened, kept and shared.
const (
	HaveKept     = "Your own work is kept."
	HasRival     = "Another tab has gone on with this work. Both are kept."
	Untitled     = "Untitled"
	NotKept      = "The browser does not keep this work. Download it, or keep its link."
	AddThem      = "Add to the tenancy"
	NewerVersion = "A newer version has arrived. Your next visit gets it."
	LinkShut     = "the link does not open"

	RestIsLate = "Advice, completion and dialogs have not arrived yet. They are asked for again until the network brings them."
	RestIsAway = "This part of the playground is not here yet, and the network does not bring it. Nothing was changed; try again with a connection."

	LinkFits    = "It fits anywhere."
	LinkLonger  = "It fits in most places; some old mail programs cut it."
	LinkLong    = "Some chats and trackers cut links this long."
	LinkTooLong = "Many programs cut links this long; a file is safer."

	FramePolicies = "the policies and the verdict"
	FrameAll      = "everything"
	FrameVerdict  = "the verdict and why"
	FrameRequest  = "the request and the verdict"
	FrameTenancy  = "the tenancy and the verdict"
	FrameTitle    = "OCI policy, to be tried"

	ShowInTenancy    = "Show in the tenancy"
	RenameEverywhere = "Rename everywhere"
	OpenInCatalog    = "Open in the catalog"
	WhatIsModelled   = "What is modelled"
	KeysHead         = "Keys"
)

func AddedTo(policy string) string { return "Added to the policy " + policy + "." }
func Taken(what string) string     { return "Taken: " + what + ". Undo takes it back." }

// NotThere names what statements name and the tenancy does not have.
func NotThere(names string) string { return "The tenancy does not have: " + names + "." }

// AddMissing offers to add so many names to the tenancy.
func AddMissing(names int) string { return "Add all " + number(names) + " that are missing" }

func NotAllRead(why string) string { return "Not everything could be read: " + why + "." }
func NoSuchExample(name string) string {
	return "there is no example `" + name + "` here; a newer playground may have it"
}

// ReadingAhead tells how many statements are being read before they are shown.
func ReadingAhead(statements int) string {
	return "Reading " + number(statements) + " statements"
}

// JudgedAnew tells of a link that another engine made.
func JudgedAnew(made, now string) string {
	return "This link was made with engine " + made + " and is judged anew with " + now + ". "
}

// PoliciesNamed are the first names of those of a work, and how many more there are.
func PoliciesNamed(names []string, more int) string {
	switch {
	case len(names) == 0:
		return "no policy"
	case len(names) == 1:
		return "policy " + names[0]
	case more == 0:
		return "policies " + strings.Join(names, ", ")
	default:
		return "policies " + strings.Join(names, ", ") + " and " + number(more) + " more"
	}
}

func JudgedTheSame(made, now string) string {
	return "This link was made with engine " + made + ". Judged anew with " + now + ", its verdict is the same. "
}
func JudgedOtherwise(made, then, now, is string) string {
	return "Engine " + made + ", which made this link, said " + then + ". Judged anew with " + now + ", it is " + is + ". "
}

// Characters is how long a link is, and what that means.
func Characters(n int, advice string) string { return number(n) + " characters. " + advice }

// SameVerdicts, WasIs and LeftOut tell what became of the checks when names were replaced.
func SameVerdicts(n, of int) string {
	return number(n) + " of " + number(of) + " verdicts are the same."
}
func WasIs(check, was, is string) string { return check + ": was " + was + ", is " + is }
func LeftOut(checks int) string {
	if checks == 1 {
		return "1 check that nobody can read left out."
	}
	return number(checks) + " checks that nobody can read left out."
}

// MadeOf is the version of the engine and the date of the catalog.
func MadeOf(engine, catalog string) string { return "Engine " + engine + " · catalog of " + catalog }
