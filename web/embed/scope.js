// The glue of Go puts its things into the global object, and the program looks for the browser's there. In a page of somebody
// else's it gets this in its place: all that the page has, with what is added kept apart.
const own = Object.create(null);

export const scope = new Proxy(self, {
  get: (page, name) => (name in own ? own[name] : page[name]),
  set: (_, name, value) => ((own[name] = value), true),
});
