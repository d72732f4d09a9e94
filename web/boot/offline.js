// Lets the page work without a network from the second visit on; worker.js does it.
// A page inside of another has no worker: it is not a visit, and the site around it may not want one.
const wait = 3000; // milliseconds for the page to come first

export function keep() {
  if (window !== window.top || !isSecureContext || !navigator.serviceWorker) return;
  setTimeout(() => navigator.serviceWorker.register("worker.js").catch(() => {}), wait); // refused, as in a private window: then without
}
