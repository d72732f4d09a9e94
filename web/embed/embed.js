// Brings the playground into a page:
//
//   <script src="https://play.example/embed.js" async></script>
//   <oci-policy-playground view="policy">Allow group A to read buckets in tenancy</oci-policy-playground>
//   <pre><code class="language-oci-policy">Allow ...</code></pre>
//
// What an element holds is its text until a frame has loaded in its place, and stays it where none can. Attributes are src
// (statements), example (a name), link (the part of a link behind its '#') and those of the frame: view, readonly, theme, run;
// height is what to keep free. Code blocks take theirs from the script: data-view, data-run and so on; theirs run on a click.
// doc.go has the messages; the element passes them on as events (verdict, change, error, ready) and has set(text), get() and focus().
const script = document.currentScript ?? document.querySelector('script[src*="embed.js"]');
const base = new URL("embed.html", script.src);
const root = document.documentElement;
const name = "oci-policy-playground";
const blocks = "pre:has(> code.language-oci-policy), .language-oci-policy pre, .highlight-oci-policy pre"; // as Markdown tools write them

// chosen is the theme of an element: its own, else that which the page writes on its root as data-theme.
const chosen = (element) => element.getAttribute("theme") ?? root.dataset.theme ?? "auto";

class Playground extends HTMLElement {
  static observedAttributes = ["theme"];

  connectedCallback() {
    if (this.frame) return;
    if (!this.words) (this.words = document.createElement("div")).append(...this.childNodes);
    const frame = (this.frame = document.createElement("iframe"));
    frame.title = this.getAttribute("title") ?? "OCI policy, to be tried";
    frame.loading = "lazy";
    frame.allow = "clipboard-write";
    frame.src = this.address();
    Object.assign(this.style, { display: "block", minHeight: `${parseInt(this.getAttribute("height")) || 0}px` });
    Object.assign(this.words.style, { display: "", whiteSpace: "pre-wrap" });
    Object.assign(frame.style, { width: "100%", height: "1px", border: 0, display: "block" });
    this.append(this.words, frame);
    this.hear = (event) => event.source === frame.contentWindow && event.origin === base.origin && event.data?.ociPolicy === 1 && this.take(event.data);
    addEventListener("message", this.hear);
  }

  disconnectedCallback() {
    removeEventListener("message", this.hear);
    this.frame?.remove();
    this.frame = null;
  }

  attributeChangedCallback() {
    if (this.frame) this.send("theme", { theme: chosen(this) });
  }

  address() {
    const url = new URL(base);
    for (const attribute of ["view", "readonly", "run"]) {
      const value = this.getAttribute(attribute);
      if (value !== null) url.searchParams.set(attribute, value || 1);
    }
    url.searchParams.set("theme", chosen(this));
    url.searchParams.set("host", location.origin === "null" ? "*" : location.origin);
    const example = this.getAttribute("example");
    const text = this.getAttribute("src") ?? this.words.textContent.trim();
    url.hash = this.getAttribute("link")?.replace(/^.*#/, "") ?? (example ? `example=${example}` : `src=${encodeURIComponent(text)}`);
    return url;
  }

  take(message) {
    const { type, height } = message;
    if (type === "height" && height > 0) {
      this.words.style.display = "none";
      this.frame.style.height = `${Math.min(height, 20000)}px`;
    }
    this.dispatchEvent(new CustomEvent(type, { detail: message }));
  }

  send(type, data) {
    this.frame.contentWindow.postMessage({ ociPolicy: 1, type, ...data }, base.origin);
  }

  set(text) {
    this.send("set", { text });
  }

  get() {
    const id = Math.random();
    return new Promise((done, failed) => {
      const end = ({ type, detail }) => {
        if (detail.id !== id) return;
        for (const event of ["change", "error"]) this.removeEventListener(event, end);
        type === "change" ? done(detail) : failed(new Error(detail.message));
      };
      for (const event of ["change", "error"]) this.addEventListener(event, end);
      this.send("get", { id });
    });
  }

  focus() {
    this.frame.focus();
    this.send("focus");
  }
}

function adopt() {
  for (const pre of document.querySelectorAll(blocks)) {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries({ view: "policy", run: "click", ...script.dataset })) element.setAttribute(attribute, value);
    element.append(pre.cloneNode(true));
    pre.replaceWith(element);
  }
}

function begin() {
  if (customElements.get(name)) return; // the script stands in the page twice
  customElements.define(name, Playground);
  const themes = new MutationObserver(() => document.querySelectorAll(name).forEach((element) => element.attributeChangedCallback()));
  themes.observe(root, { attributeFilter: ["data-theme"] });
  adopt();
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
else begin();
