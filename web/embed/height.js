// Tells the height that the frame wants to have. It waits for no animation frame: a frame below the fold gets few, a hidden one none.
const wait = 40; // milliseconds, in which changes gather

export function followHeight(tell) {
  let told = 0;
  let timer = 0;
  const measure = () => {
    timer = 0;
    if (!innerWidth) return; // not displayed, so nothing has a size; when that ends there is a resize
    const { body } = document;
    const height = Math.ceil(Math.max(body.getBoundingClientRect().height, body.scrollHeight));
    if (height !== told) tell((told = height));
  };
  const soon = () => (timer ||= setTimeout(measure, wait));
  new MutationObserver(soon).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  new ResizeObserver(soon).observe(document.body);
  addEventListener("resize", soon);
  addEventListener("load", soon);
  soon();
}
