// Package embed holds the scripts that bring the playground, or its engine alone, into other pages.
//
// There is no Go in it. A site that wants the playground in its pages has four ways, which the README shows to copy:
//
//   - an iframe of embed.html, which needs nothing else and works in a sandboxed frame (frame.js and what it imports);
//   - embed.js, which makes such frames of <oci-policy-playground> elements and of code blocks of the language oci-policy;
//   - messages to and from the frame, as below;
//   - engine.js, a module with the engine and no page.
//
// # The frame
//
// The address of a frame is
//
//	embed.html?view=policy&readonly=1&theme=auto&run=click&host=https://docs.example#example=patterns
//
//	view      full (the default), policy, verdict, request or tree
//	readonly  1: the texts stay as they came
//	theme     light, dark or auto, as the reader's system has it (the default)
//	run       click: a picture of the policy with a button; the engine is fetched when it is pressed. auto is the default
//	host      the origin of the page around the frame, which may then read what is in it; * for any page
//
// What is behind the '#' is as in a link to the playground: p1.<packed>, src=<percent-encoded statements>, example=<name>.
// A frame keeps nothing, takes no focus by itself, leaves the wheel to the page around it until it is clicked, and asks no
// other site for anything.
//
// # Messages
//
// A message is an object with the number of this contract, which is 1, and a type:
//
//	{ociPolicy: 1, type: "height", height: 412}
//
// To the page around:
//
//	ready    {version, view}: the engine can be asked, which is a while after the frame shows its verdict. Not sent by a
//	         frame that waits for its button
//	height   {height}: the pixels that the frame wants to have
//	verdict  {answer}: what became of the request, with its chain; the fields are those of [answer.go]
//	change   {text, fragment, id}: the scenario as an archive and as a link, after it changed, or to answer a get with that id
//	error    {code, message, id}: message is for a person; code is load, link, type, version, size, origin, idle or flood
//
// From the page around:
//
//	set      {text} or {fragment}: shows an archive or statements, or what a link holds. Of many in a row the last is shown;
//	         one that comes before the engine runs is shown when it does
//	get      {id}: asks for a change
//	theme    {theme}: light, dark or auto
//	focus    {}: moves the focus into the first editor
//
// An id is a number or a text of at most 100 characters, and comes back with the answer. Unknown fields are passed over.
// A change of this contract that an older page could not live with gets another number.
//
// # Who hears what
//
// A frame listens to its parent window and to nobody else, and answers there, to the origin that asked. What holds words of the
// scenario, verdict and change, goes only to an allowed origin: the one in the frame's address as host, or the playground's own.
// A get from anywhere else is answered with the error origin. ready, height and error hold nothing of the scenario, and go
// to whichever page the frame is in.
//
// # What a page can do to a frame
//
// It can show what it likes in it, for it made the address. It cannot make it run anything, since texts stay texts; nor keep it
// busy: a text may have 1,048,576 characters, a frame takes 30 messages a second and drops the others, with the error flood
// once a second. What is not a message of this contract is passed over without a word.
//
// [answer.go]: ../../wasm/answer.go
package embed
