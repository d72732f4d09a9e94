// Where the focus goes when the page says nothing of it.
let last; // what had it last
let stop; // and the pane that this is in

addEventListener("focusin", ({ target }) => {
  last = target;
  stop = target.closest("[data-stop]") ?? stop;
  if (target.matches("dialog input[autofocus]")) target.select(); // a name to be changed is typed over
});

// What had the focus may go with what it did, as a fix that is taken. Then its pane has it, so that keys go on from there.
new MutationObserver(() => {
  if (last && !last.isConnected && document.activeElement === document.body) {
    last = undefined;
    stop?.focus({ preventScroll: true });
  }
}).observe(document.body, { childList: true, subtree: true });
