/* Submitting and editing a postmortem: what was read and what is wrong appears while somebody types. */

import { add, button, count } from './elements.js';
import { Files } from './files.js';
import { Findings } from './findings.js';
import { Kept } from './kept.js';
import { Linting } from './linting.js';
import { Marks } from './marks.js';
import { changeBetween, lineAt, lineStarts, moved, rangeOf } from './places.js';
import { showReading } from './reading.js';

/** Characters; putting longer texts in as if they were typed takes Chromium seconds, three for 200 kB. */
const LONGEST_TYPED = 50000;
const MOST_MARKS = 500;

const byId = id => document.getElementById(id);
const form = byId('submit-form');
const source = byId('source');
const reading = byId('reading');
const state = byId('reading-state');
const verdict = byId('verdict');
const problem = byId('problem');

/** The text the server has; one it has just refused is not stored. */
const stored = form.dataset.refused === 'true' ? '' : source.value;
const marks = new Marks(source, byId('marks'));
const kept = new Kept(form.dataset.person, form.dataset.number);
const findings = new Findings(byId('findings'), { go: go, apply: apply });
const linting = new Linting(form.dataset.number, { answer: answer, state: showState });
const files = new Files(
  { form: form, chooser: byId('file'), dropzone: byId('dropzone'), note: byId('file-kept') },
  { text: putWhole, refused: complain });

/** The text as it is now, where its lines start, and the findings on it with the places they have by now. */
let text = '';
let starts = [0];
let found = [];
let current = -1;

function complain(words) {
  problem.hidden = !words;
  problem.textContent = '';
  if (words) { add(problem, 'p', words); }
}

let slow = null;
let troubled = false;

function showState(kind, trouble, words) {
  clearTimeout(slow);
  if (kind === 'reading') {
    slow = setTimeout(() => { state.textContent = 'Reading…'; }, 400);
    return;
  }
  state.textContent = '';
  if (kind === 'problem') {
    if (!troubled || problem.dataset.trouble !== trouble) { complain(words); }
    problem.dataset.trouble = trouble;
    if (trouble === 'loggedOut' && !problem.querySelector('a')) {
      const login = add(problem, 'a', 'Log in in another tab');
      login.href = '/login';
      login.target = '_blank';
      login.rel = 'noopener';
    }
    troubled = true;
  } else if (troubled) {
    troubled = false;
    complain('');
  }
}

/* The text and its findings */

function empty() {
  linting.stop();
  showState('done');
  findings.clear();
  add(byId('findings'), 'p', 'Paste or write a text: what is missing or does not add up appears here while you type.', 'empty');
  reading.textContent = '';
  add(reading, 'p', 'What was understood appears here.', 'empty');
  verdict.textContent = '';
  found = [];
}

/** Takes note that the text is another one. */
function changed(now) {
  const change = changeBetween(text, source.value);
  text = source.value;
  starts = lineStarts(text);
  marks.show(text);
  found.forEach(each => {
    each.range = each.range && moved(each.range, change);
    each.fixes = each.fixes.map(range => range && moved(range, change));
    each.related = each.related.map(range => range && moved(range, change));
  });
  findings.age(found.map(each => !each.range || each.fixes.includes(null)));
  kept.keep(text, stored);
  files.changed(text);
  if (text.trim()) { linting.ask(text, now); } else { empty(); }
}

function answer(read, readText) {
  if (readText !== text) { return; }
  found = read.findings.map(finding => ({
    finding: finding,
    range: rangeOf(finding, starts, text),
    fixes: finding.fix ? [finding.fix].concat(finding.fix.also).map(place => rangeOf(place, starts, text)) : [],
    related: finding.related.map(place => rangeOf(place, starts, text))
  }));
  marks.mark(found.slice(0, MOST_MARKS).filter(marksText).map(each => {
    const line = lineAt(each.range.from, starts);
    return { line: line, from: each.range.from - starts[line], to: each.range.to - starts[line], severity: each.finding.severity };
  }));
  const different = findings.show(read.findings, read.suppressed || []);
  findings.age(found.map(() => false));
  showReading(reading, read, go);
  if (different) { showVerdict(read); }
  current = -1;
  pointAtCaret();
}

/** What the text lacks as a whole belongs to no word of it. */
function marksText(each) { return !(each.range.whole && each.finding.line === 1); }

function showVerdict(read) {
  const blocking = read.findings.filter(finding => finding.severity === 'error').length;
  verdict.textContent = !read.postmortem ? 'Not a postmortem yet.'
    : blocking > 0 ? count(blocking, 'finding') + ' to mend before the review; a draft can be saved.'
      : read.findings.length > 0 ? 'Ready for review, with ' + count(read.findings.length, 'finding') + ' to look at.'
        : 'Ready for review.';
}

/* Going to places */

function rangeNow(place) {
  for (const each of found) {
    if (each.finding === place && each.range) { return each.range; }
    const related = each.finding.related.indexOf(place);
    if (related >= 0 && each.related[related]) { return each.related[related]; }
  }
  return rangeOf(place, starts, text);
}

/** Puts the caret there, selects the words meant, and brings them into sight. */
function go(place) {
  const range = rangeNow(place);
  source.focus({ preventScroll: true });
  source.setSelectionRange(range.from, range.whole ? range.from : range.to);
  bringIntoSight(range.from);
}

function bringIntoSight(offset) {
  const line = lineAt(offset, starts);
  const position = marks.positionOf(line, offset - starts[line]);
  const below = position.top - source.scrollTop;
  if (below < 0 || below + position.height > source.clientHeight) {
    source.scrollTop = Math.max(0, position.top - source.clientHeight / 3);
  }
  const inPage = source.getBoundingClientRect().top + position.top - source.scrollTop;
  if (inPage < 60 || inPage > innerHeight - 60) { scrollBy({ top: inPage - innerHeight / 3 }); }
}

/** Points out in the list what the caret stands in. */
function pointAtCaret() {
  const caret = source.selectionStart;
  const at = document.activeElement === source
    ? found.findIndex(each => each.range && marksText(each) && each.range.from <= caret && caret <= each.range.to)
    : -1;
  if (at !== current) { current = at; findings.point(at); }
}

function nextFinding(step) {
  const places = found.map((each, index) => ({ index: index, range: each.range })).filter(each => each.range);
  if (places.length === 0) { state.textContent = 'No findings.'; return; }
  places.sort((one, other) => one.range.from - other.range.from || one.index - other.index);
  const here = places.findIndex(each => each.index === nextFinding.last && source.selectionStart === each.range.from);
  const caret = source.selectionStart;
  let next = here >= 0 ? here + step
    : step > 0 ? places.findIndex(each => each.range.from > caret)
      : places.findLastIndex(each => each.range.from < caret);
  if (next < 0 || next >= places.length) { next = step > 0 ? 0 : places.length - 1; }
  const chosen = found[places[next].index];
  nextFinding.last = places[next].index;
  go(chosen.finding);
  state.textContent = chosen.finding.severity + ': ' + chosen.finding.message + (chosen.finding.fix ? ' Ctrl+. applies: ' + chosen.finding.fix.title + '.' : '');
}
nextFinding.last = -1;

/* Changing the text as the person would, so that Ctrl+Z takes it back */

function put(from, to, words) {
  source.focus({ preventScroll: true });
  source.setSelectionRange(from, to);
  const typed = words === '' ? document.execCommand('delete') : document.execCommand('insertText', false, words);
  if (!typed) { source.setRangeText(words, from, to, 'end'); changed(true); }
}

function apply(finding) {
  const each = found.find(candidate => candidate.finding === finding);
  if (!each || !finding.fix || each.fixes.includes(null)) { return; }
  const ranges = each.fixes.slice().sort((one, other) => one.from - other.from);
  const from = ranges[0].from;
  let words = '';
  ranges.forEach((range, index) => {
    words += (index > 0 ? text.slice(ranges[index - 1].to, range.from) : '') + finding.fix.replacement;
  });
  put(from, ranges[ranges.length - 1].to, words);
  bringIntoSight(from);
  state.textContent = finding.fix.title + ': done. Ctrl+Z takes it back.';
}

function putWhole(words) {
  if (words.length + text.length <= LONGEST_TYPED) { put(0, text.length, words); } else { source.value = words; changed(true); }
  source.setSelectionRange(0, 0);
  source.scrollTop = 0;
}

/* What was typed before and never stored */

function offerKept() {
  const offers = byId('kept');
  const others = kept.others(source.value);
  offers.textContent = '';
  offers.hidden = others.length === 0;
  if (others.length === 0) { return; }
  add(offers, 'p', 'Not stored yet: ' + (others.length === 1 ? 'a text' : count(others.length, 'text')) + ' typed in this browser.');
  const list = add(offers, 'ul', undefined, 'rowlist');
  others.forEach(other => {
    const entry = add(list, 'li');
    const firstLine = other.text.trim().split('\n')[0].replace(/^#+\s*/, '').slice(0, 80);
    add(entry, 'span', '“' + firstLine + '”, ' + count(other.text.length, 'character') + ', ' + new Date(other.at).toLocaleString(), 'rowlist-main');
    button(entry, 'Take it back', 'button is-small', () => { putWhole(other.text); kept.now(); kept.forget(other.key); offerKept(); source.focus(); });
    button(entry, 'Throw it away', 'button is-quiet is-small', () => { kept.forget(other.key); offerKept(); });
  });
}

source.addEventListener('input', event => changed(event.inputType === 'insertFromPaste' || event.inputType === 'insertFromDrop'));
source.addEventListener('paste', event => {
  const whole = source.value.trim() === '' || source.selectionStart === 0 && source.selectionEnd === source.value.length;
  const file = Files.pasted(event.clipboardData, whole);
  if (file) { event.preventDefault(); files.take(file); return; }
  const words = event.clipboardData.getData('text/plain');
  if (source.value !== '' || words.length <= LONGEST_TYPED) { return; }
  event.preventDefault();
  putWhole(words.replace(/\r\n?/g, '\n'));
});
document.addEventListener('selectionchange', pointAtCaret);
source.addEventListener('keydown', event => {
  if (event.key === 'F8') { event.preventDefault(); nextFinding(event.shiftKey ? -1 : 1); }
  if (event.key === '.' && (event.ctrlKey || event.metaKey)) {
    const at = current >= 0 ? current : nextFinding.last;
    if (found[at] && found[at].finding.fix) { event.preventDefault(); apply(found[at].finding); }
  }
});
form.addEventListener('submit', () => kept.sending());
addEventListener('pagehide', () => kept.now());
document.addEventListener('visibilitychange', () => { if (document.hidden) { kept.now(); } });

offerKept();
changed(true);
