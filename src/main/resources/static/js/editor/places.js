/* Places in a text: the server counts lines and columns from 1, the browser counts characters from 0. */

/** Where each line starts, in characters. */
export function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) { starts.push(at + 1); }
  return starts;
}

/** The characters a place covers: from the first to behind the last; a length of 0 means the whole line. */
export function rangeOf(place, starts, text) {
  const line = Math.min(Math.max(place.line, 1), starts.length) - 1;
  const end = line + 1 < starts.length ? starts[line + 1] - 1 : text.length;
  if (place.length === 0) { return { from: starts[line], to: end, whole: true }; }
  const from = Math.min(starts[line] + place.column - 1, end);
  return { from: from, to: Math.min(from + place.length, end), whole: false };
}

/** The number of the line, from 0, in which a character stands. */
export function lineAt(offset, starts) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) { low = middle; } else { high = middle - 1; }
  }
  return low;
}

/** What was replaced to get from one text to the next: a place, how much went and how much came. */
export function changeBetween(before, after) {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) { from += 1; }
  let same = 0;
  while (same < shorter - from && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) { same += 1; }
  return { from: from, removed: before.length - from - same, added: after.length - from - same };
}

/** Where a range is after a change, or null when the change went through it. */
export function moved(range, change) {
  const removedTo = change.from + change.removed;
  if (range.to <= change.from) { return range; }
  if (range.from >= removedTo) {
    const by = change.added - change.removed;
    return { from: range.from + by, to: range.to + by, whole: range.whole };
  }
  return null;
}
