/*
 * Takes a file that is chosen, dropped or pasted. The server gets its text out, the same way as when it is saved; the
 * form keeps the file itself, which is stored unchanged with the text.
 */

import { add, button } from './elements.js';

const LONGEST = 10 * 1024 * 1024;
const TAKEN = /\.(md|markdown|txt|html?|docx?|eml)$/i;
const RICH = /<(h[1-6]|li|table)[\s>]/i;
const RAW_PAGE = /^\s*<(!doctype\s+html|html)[\s>]/i;
const RAW_MAIL = /^[\w-]+:[^\n]*\r?\n([\w-]+:|[ \t])/;

export class Files {

  /**
   * @param places.form the form, places.chooser its file field, places.dropzone and places.note beside it
   * @param told.text called with the text of a file
   * @param told.refused called with the reason, or with nothing once there is none
   */
  constructor(places, told) {
    this.places = places;
    this.told = told;
    this.kept = null;
    this.newest = 0;
    places.chooser.addEventListener('change', event => {
      if (event.target.files.length > 0) { this.take(event.target.files[0]); } else { this.keep(this.kept); }
    });
    ['dragover', 'dragenter'].forEach(name => places.form.addEventListener(name, event => {
      if (!event.dataTransfer.types.includes('Files')) { return; }
      event.preventDefault();
      places.dropzone.classList.add('is-over');
    }));
    places.form.addEventListener('dragleave', () => places.dropzone.classList.remove('is-over'));
    places.form.addEventListener('drop', event => {
      places.dropzone.classList.remove('is-over');
      if (event.dataTransfer.files.length === 0) { return; }
      event.preventDefault();
      this.take(event.dataTransfer.files[0]);
    });
  }

  /**
   * What was pasted as a file, when it is one: a file, the formatted text of a word processor or web page, the source
   * of an e-mail or page; null for plain text. Formatted text is taken only where it makes up the whole document.
   */
  static pasted(clipboard, whole) {
    const file = Array.from(clipboard.files).find(each => TAKEN.test(each.name));
    if (file) { return file; }
    const rich = clipboard.getData('text/html');
    if (whole && RICH.test(rich)) { return new File([rich], 'pasted.html', { type: 'text/html;charset=utf-8' }); }
    const plain = clipboard.getData('text/plain');
    if (whole && RAW_PAGE.test(plain)) { return new File([plain], 'pasted.html', { type: 'text/html;charset=utf-8' }); }
    return whole && RAW_MAIL.test(plain) ? new File([plain], 'pasted.txt', { type: 'text/plain;charset=utf-8' }) : null;
  }

  /** Has the text got out of the file; a file that cannot be read changes nothing. */
  async take(file) {
    const mine = this.newest += 1;
    if (file.size === 0) { this.refuse(file.name + ' is empty. Choose the file that holds the postmortem.'); return; }
    if (file.size > LONGEST) {
      this.refuse(file.name + ' has ' + file.size.toLocaleString('en') + ' bytes; at most 10,485,760 are read. Send the postmortem without attachments or logs.');
      return;
    }
    this.note(add(document.createDocumentFragment(), 'span', 'Reading ' + file.name + '…'));
    let answer = null;
    let opened = null;
    try {
      answer = await this.ask(file);
      opened = await answer.json();
    } catch (failure) {
      opened = {};
    }
    if (mine !== this.newest) { return; }
    if (answer && answer.ok && typeof opened.text === 'string') {
      this.told.refused('');
      const text = opened.text.replace(/\r\n?/g, '\n');
      this.keep({ file: file, text: text, description: opened.description });
      this.told.text(text);
    } else {
      this.refuse(file.name + ': ' + reason(answer, opened));
    }
  }

  ask(file) {
    const body = new FormData();
    body.append('file', file);
    return fetch('/api/postmortems/open', {
      method: 'POST',
      headers: { Accept: 'application/json', 'X-XSRF-TOKEN': this.places.form.elements._csrf.value },
      body: body
    });
  }

  refuse(words) {
    this.keep(this.kept);
    this.told.refused(words);
  }

  /** Puts the file into the form, or none. */
  keep(kept) {
    const files = new DataTransfer();
    if (kept) { files.items.add(kept.file); }
    this.places.chooser.files = files.files;
    this.kept = kept;
    this.changed(kept ? kept.text : '');
  }

  /** Says what becomes of the file now that this is the text. */
  changed(text) {
    const kept = this.kept;
    if (!kept) { this.note(null); return; }
    const changed = text !== kept.text;
    if (this.shown === kept && this.shownChanged === changed) { return; }
    const words = document.createDocumentFragment();
    add(words, 'strong', kept.file.name);
    add(words, 'span', ': ' + kept.description + '. ' + (changed
      ? 'Its text was changed here; the file itself is kept beside it as it is. '
      : 'The file is kept as it is; its text is below. '));
    button(words, 'Do not keep the file', 'button is-plain is-small', () => this.keep(null));
    this.note(words);
    this.shown = kept;
    this.shownChanged = changed;
  }

  note(words) {
    this.shown = null;
    this.places.note.textContent = '';
    this.places.note.hidden = !words;
    if (words) { this.places.note.append(words); }
  }
}

function reason(answer, problem) {
  if (!answer) { return 'there is no connection to the server. Choose the file again in a moment.'; }
  if (answer.status === 401 || answer.status === 403) { return 'you are logged out. Log in again in another tab, then choose the file again.'; }
  return problem.detail || 'the server could not read the file just now. Choose it again in a moment.';
}
