/*
 * Underlines places of a text area. A text area cannot mark a part of its text, so a layer behind it holds the same text
 * in the same letters, invisible but for its underlines. The layer keeps one element per line and touches only lines
 * that changed: typing in a long text costs as much as in a short one.
 */

const GRAVITY = ['info', 'warning', 'error'];

export class Marks {

  constructor(source, layer) {
    this.source = source;
    this.layer = layer;
    this.lines = [];
    this.marked = new Map();
    source.addEventListener('scroll', () => this.scroll());
    new ResizeObserver(() => this.resize()).observe(source);
    this.resize();
  }

  /** Shows this text; lines that stay keep their marks. */
  show(text) {
    const lines = text.split('\n');
    const old = this.lines;
    const shorter = Math.min(old.length, lines.length);
    let first = 0;
    while (first < shorter && old[first] === lines[first]) { first += 1; }
    let same = 0;
    while (same < shorter - first && old[old.length - 1 - same] === lines[lines.length - 1 - same]) { same += 1; }
    const nodes = this.layer.children;
    const behind = nodes[old.length - same] || null;
    for (let i = old.length - same - 1; i >= first; i -= 1) {
      this.marked.delete(nodes[i]);
      nodes[i].remove();
    }
    const fresh = document.createDocumentFragment();
    for (let i = first; i < lines.length - same; i += 1) {
      const line = document.createElement('div');
      line.textContent = lines[i] + '\n';
      fresh.append(line);
    }
    this.layer.insertBefore(fresh, behind);
    this.lines = lines;
    this.scroll();
  }

  /** Underlines these places: {line from 0, from, to in the line, severity}; all others lose their underline. */
  mark(places) {
    const byNode = new Map();
    for (const place of places) {
      const node = this.layer.children[place.line];
      if (!node || place.to <= place.from) { continue; }
      if (!byNode.has(node)) { byNode.set(node, { text: this.lines[place.line], places: [] }); }
      byNode.get(node).places.push(place);
    }
    for (const node of this.marked.keys()) {
      if (!byNode.has(node)) { node.textContent = node.textContent; this.marked.delete(node); }
    }
    byNode.forEach((line, node) => this.markLine(node, line.text, line.places));
  }

  markLine(node, text, places) {
    const key = places.map(place => place.from + '-' + place.to + place.severity).join();
    if (this.marked.get(node) === key) { return; }
    this.marked.set(node, key);
    const bounds = new Set([0, text.length]);
    places.forEach(place => { bounds.add(place.from); bounds.add(place.to); });
    const cuts = [...bounds].sort((one, other) => one - other);
    node.textContent = '';
    for (let i = 0; i + 1 < cuts.length; i += 1) {
      const piece = text.slice(cuts[i], cuts[i + 1]);
      const here = places.filter(place => place.from <= cuts[i] && place.to >= cuts[i + 1]);
      if (here.length === 0) { node.append(piece); continue; }
      const worst = here.map(place => GRAVITY.indexOf(place.severity)).reduce((one, other) => Math.max(one, other));
      const mark = document.createElement('span');
      mark.className = 'is-' + GRAVITY[worst];
      mark.textContent = piece;
      node.append(mark);
    }
    node.append('\n');
  }

  /** How far below the start of the text a character of a line (both from 0) stands, and how high its line is, in pixels. */
  positionOf(line, column) {
    const node = this.layer.children[Math.min(line, this.layer.children.length - 1)];
    if (!node) { return { top: 0, height: 0 }; }
    let left = column;
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    let text = texts.nextNode();
    while (text && left > text.length) { left -= text.length; text = texts.nextNode(); }
    const range = document.createRange();
    if (text) { range.setStart(text, Math.min(left, text.length)); range.setEnd(text, Math.min(left + 1, text.length)); }
    const box = text && range.getClientRects()[0] || node.getBoundingClientRect();
    return { top: box.top - this.layer.getBoundingClientRect().top + this.layer.scrollTop, height: box.height };
  }

  scroll() {
    this.layer.scrollTop = this.source.scrollTop;
    this.layer.scrollLeft = this.source.scrollLeft;
  }

  resize() {
    const style = this.layer.style;
    style.left = this.source.clientLeft + 'px';
    style.top = this.source.clientTop + 'px';
    style.width = this.source.clientWidth + 'px';
    style.height = this.source.clientHeight + 'px';
    this.scroll();
  }
}
