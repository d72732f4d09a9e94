// meter counts what happens: it answers "" for the first `most` in a span of milliseconds, "first" for the one after them and
// "more" for the others.
export function meter(most, span, now = () => performance.now()) {
  let begins = -Infinity;
  let seen = 0;
  return () => {
    if (now() - begins >= span) [begins, seen] = [now(), 0];
    seen++;
    if (seen <= most) return "";
    return seen === most + 1 ? "first" : "more";
  };
}
