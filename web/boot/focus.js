// Where the focus goes when the page says nothing of it.
let last; // what had it last
let stop; // and the pane that this is in

addEventListener("focusin", ({ target }) => {
  last = target;
  stop = target.closest("[data-stop]") ?? stop;
  if (target.matches("dialog input[autofocus]")) target.select(); // a name to be changed is typed over
});

// What had the focus may go with what it did, as a fix that is taken. Then its pane has it, so that keys go on from there, unless
// the page gives it to something else.
const moment = 100; // milliseconds that the page has for it
const lost = () => last && !last.isConnected && document.activeElement === document.body;
const back = () => lost() && stop?.focus({ preventScroll: true });
new MutationObserver(() => lost() && setTimeout(back, moment)).observe(document.body, { childList: true, subtree: true });
