// How a frame behaves as a guest in another page.

// setTheme marks the page with a theme, which its style sheets ask for; anything but light and dark leaves it to the system.
export function setTheme(theme) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

// yieldWheel leaves scrolling to the page around until somebody presses or tabs into the frame, and again when they leave it.
export function yieldWheel() {
  const root = document.documentElement.classList;
  for (const event of ["pointerdown", "focusin"]) addEventListener(event, () => root.add("entered"));
  addEventListener("blur", () => root.remove("entered"));
}

// takeBack lets the key for undo press the frame's own button, where an editor has nothing to take back.
export function takeBack() {
  addEventListener("keydown", (event) => {
    if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented || /INPUT|TEXTAREA/.test(event.target.tagName)) return;
    event.preventDefault();
    document.querySelector("[data-act=undo]")?.click();
  });
}
