/* The list of what is wrong with a text: one click leads to the place, one applies a mechanical fix. */

import { add, button, count } from './elements.js';

const TONES = { error: 'is-bad', warning: 'is-warn', info: 'is-info' };
const MOST = 200;

function where(finding) { return finding.length === 0 && finding.line === 1 ? 'the text as a whole' : 'line ' + finding.line; }

export class Findings {

  /** @param does.go called with a place, does.apply with a finding */
  constructor(parent, does) {
    this.parent = parent;
    this.does = does;
    this.entries = [];
    this.shown = '';
  }

  clear() {
    this.parent.textContent = '';
    this.entries = [];
    this.shown = '';
  }

  /** Shows these findings and what was answered with a reason; the same ones again are left as they are. */
  show(findings, suppressed) {
    const key = JSON.stringify([findings, suppressed]);
    if (key === this.shown) { return false; }
    this.clear();
    this.shown = key;
    if (findings.length === 0) { add(this.parent, 'p', 'None: the document agrees with itself.', 'soft'); }
    const list = add(this.parent, 'ul', undefined, 'findings');
    findings.slice(0, MOST).forEach(finding => this.entries.push(this.entry(list, finding)));
    if (findings.length > MOST) { add(this.parent, 'p', 'and ' + count(findings.length - MOST, 'more finding'), 'soft small'); }
    this.showSuppressed(suppressed);
    return true;
  }

  entry(list, finding) {
    const entry = add(list, 'li');
    const go = button(entry, undefined, 'finding-go', () => this.does.go(finding));
    add(go, 'span', finding.severity, 'badge ' + TONES[finding.severity]);
    add(go, 'span', ' ' + finding.message + ' ', 'finding-words');
    add(go, 'span', where(finding), 'line');
    if (finding.related.length > 0) {
      const related = add(entry, 'ul', undefined, 'finding-related small');
      finding.related.forEach(other => {
        const item = add(related, 'li');
        button(item, 'line ' + other.line, 'line', () => this.does.go(other));
        add(item, 'span', ' ' + other.message);
      });
    }
    const foot = add(entry, 'p', undefined, 'finding-foot small');
    if (finding.fix) {
      const apply = button(foot, 'Apply: ' + finding.fix.title, 'button is-quiet is-small finding-fix', () => this.does.apply(finding));
      apply.title = 'Ctrl+Z takes it back';
    }
    const rule = add(foot, 'a', finding.rule, 'soft rule');
    rule.href = '/rules/' + encodeURIComponent(finding.rule);
    rule.target = '_blank';
    rule.title = 'Why this is said';
    return entry;
  }

  showSuppressed(suppressed) {
    if (suppressed.length === 0) { return; }
    const details = add(this.parent, 'details', undefined, 'suppressed');
    add(details, 'summary', count(suppressed.length, 'finding') + ' answered with a reason');
    const list = add(details, 'ul', undefined, 'findings');
    suppressed.forEach(each => {
      const entry = add(list, 'li');
      const go = button(entry, undefined, 'finding-go', () => this.does.go(each.finding));
      add(go, 's', each.finding.message, 'finding-words soft');
      go.append(' ');
      add(go, 'span', where(each.finding), 'line');
      add(entry, 'p', each.reason, 'reason');
      add(entry, 'p', each.by ? 'by ' + each.by : 'in the text', 'small soft');
    });
  }

  /** Points out one entry of the list, or none with -1. */
  point(index) {
    this.entries.forEach((entry, each) => entry.classList.toggle('is-current', each === index));
    const entry = this.entries[index];
    if (!entry) { return; }
    const column = this.parent.closest('.reading');
    if (column.scrollHeight <= column.clientHeight) { return; }
    const box = entry.getBoundingClientRect();
    const frame = column.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) { column.scrollTop += box.top - frame.top - 40; }
  }

  /** Greys the findings whose place was just changed; their fix would hit other words. */
  age(stale) {
    this.entries.forEach((entry, index) => {
      entry.classList.toggle('is-stale', stale[index]);
      const fix = entry.querySelector('.finding-fix');
      if (fix) { fix.disabled = stale[index]; }
    });
  }
}
