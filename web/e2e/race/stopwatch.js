// Notes how long after a key went down the verdict stood in the document, and on the screen: the frame that shows it has been
// drawn when the task after its animation frame runs.
(() => {
  window.inDocument = [];
  window.onScreen = [];
  let down = 0;
  addEventListener("keydown", (e) => (down = e.timeStamp), true);
  new MutationObserver(() => {
    if (!down) return;
    const from = down;
    down = 0;
    inDocument.push(performance.now() - from);
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => onScreen.push(performance.now() - from);
      after.port2.postMessage(0);
    });
  }).observe(document.querySelector("#verdict"), { subtree: true, childList: true, characterData: true });
})();
