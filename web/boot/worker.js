// The service worker: keeps every file of one version of the site, so that the page opens without a network.
// A new version is fetched beside the old one while the page is open and serves the next visit. The build fills in the names.
const version = "site:version";
const files = "site:files".split(" "); // the pages and the files they name; all but the pages have a hash in their names
const prefix = `oci-policy-playground ${registration.scope} `;
const scope = new URL(registration.scope).pathname;

addEventListener("install", (event) => event.waitUntil(fill().then(come)));
addEventListener("activate", (event) => event.waitUntil(clear()));
addEventListener("fetch", (event) => {
  const name = kept(event.request);
  if (name) event.respondWith(serve(name, event.request));
});

async function fill() {
  const cache = await caches.open(prefix + version);
  await Promise.all(files.map(async (file) => cache.put(file, (isHashed(file) && (await caches.match(file))) || (await fetched(file)))));
}

const isHashed = (file) => /\.[0-9a-f]{10}\.\w+$/.test(file);

async function fetched(file) {
  const response = await fetch(file, { cache: isHashed(file) ? "default" : "no-cache" });
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  // A page that was redirected to, as some hosts do with index.html, may not answer a navigation.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

// come takes the place of the version before. Chromium gives that up when the page asks for a file at that very moment
// (https://github.com/joCur/quorum/issues/216), so once more a second later.
function come() {
  setTimeout(skipWaiting, 1000);
  return skipWaiting();
}

// clear keeps the version before as well: a page of it may still be loading.
async function clear() {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== prefix + version);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

// kept is the name of the file that a request asks for, if it is one of ours.
function kept(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(scope)) return "";
  const name = url.pathname.slice(scope.length);
  if (name === "" || name === "index.html") return "./";
  return files.includes(name) || isHashed(name) ? name : "";
}

async function serve(name, request) {
  const cache = await caches.open(prefix + version);
  return (await cache.match(name)) || (await caches.match(name)) || fetch(request);
}
