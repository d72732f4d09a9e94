// Package store is what the page knows, and how it changes.
//
// A [State] is a value. An [Action] is something that happened: a text was typed, a fix was chosen, a link was opened.
// [Update] makes the next state of the two, and does nothing else, so that everything the page can do is tested without a
// browser. A [Store] holds the state of the moment and tells its subscribers when there is another.
//
// # Work
//
// What a person works on is the [Work]: the scenario, with a stable key for each policy, and the line of the checks that
// is asked at the moment. The request is always one of the checks. So the request pane and the checks can never disagree,
// each sentence carries the verdict that somebody expects, and a link or a file holds everything.
//
// # Views
//
// Components show a [Views], which is derived from the state: plain texts and numbers, with every word and class decided.
// A view that did not change keeps its address, so that a component knows at once that it has nothing to draw. The verdict
// and the chain are derived with the state; the others when somebody asks for them.
//
// # What takes long
//
// Nothing here waits. An action that brings thousands of statements waits itself until these are read and bound, a few at a time
// ([Store.ReadAhead]), and advice is gathered in pieces while nobody types. Who calls says when, for only the browser knows a
// clock.
//
// # Effects
//
// Links, storage and clipboards are not known here. They are subscribers, and what comes back from them is an action.
package store
