// Package editor is a text editor as a component: give it a text and what to show with it, and it tells what was typed.
//
// # Two halves
//
// CodeMirror does the typing: carets, input methods, undo, touch and screen readers, which took it years to get right.
// The script index.js makes such an editor in an element and shows what it is told. [Editor] is the other half: it turns what
// the page knows, in bytes, into what the script shows, in UTF-16 code units, and what the script reports back into bytes.
// The policy language is read by Go alone, so colours, problems and advice can never disagree with the verdict.
//
// # Coming late
//
// A page may have hundreds of them, and each takes milliseconds to make. So until an editor is scrolled near, gets the focus or has
// something to select, the script shows only its text in its place, as tall as it will be. [Editor] knows nothing of it.
//
// # Surviving a render
//
// The page renders after every keystroke and would throw an editor away each time. So an Editor renders one empty element
// once, makes the real editor in it when it is mounted, and from then on answers every render with "skip" after handing
// over what changed. Focus, caret, scroll position and undo are never touched.
//
// The text goes both ways, which is where such components go wrong. What was typed comes back as a property a moment later,
// perhaps an older one if more was typed since: an echo, which must not be written over the newer text. Any other change of
// the property is the page's own (another example, a fix) and is applied, and only where it differs.
package editor
