/*
 * Keeps what somebody types in this browser until the server has stored it, and offers it back after a crash. One entry
 * per opened page: two tabs do not overwrite each other. The page that says "stored" forgets the entry (see stored.js).
 */

const DAYS = 14 * 24 * 3600 * 1000;
const MOST = 8;
const PREFIX = 'followthrough.text.';

/** Of one person and one postmortem; what others typed in this browser is not shown. */
export class Kept {

  constructor(person, number) {
    this.place = PREFIX + person + '.' + (number || 'new') + '.';
    this.key = this.place + Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
    this.waiting = null;
    this.kept = true;
  }

  /** Keeps the text soon; a text as it was stored needs no keeping. */
  keep(text, stored) {
    clearTimeout(this.waiting);
    this.latest = { text: text, stored: stored };
    this.waiting = setTimeout(() => this.now(), 300);
  }

  /** Keeps at once what is waiting to be kept; false when the browser has no room or does not allow it. */
  now() {
    clearTimeout(this.waiting);
    if (!this.latest) { return this.kept; }
    try {
      if (this.latest.text === this.latest.stored || !this.latest.text.trim()) {
        localStorage.removeItem(this.key);
      } else {
        localStorage.setItem(this.key, JSON.stringify({ text: this.latest.text, at: Date.now() }));
      }
      this.kept = true;
    } catch (full) {
      this.kept = false;
    }
    this.latest = null;
    return this.kept;
  }

  /** Notes that this entry is on its way to the server. */
  sending() {
    this.now();
    try { sessionStorage.setItem(PREFIX + 'sent', this.key); } catch (refused) { this.kept = false; }
  }

  /** What was typed here before and not stored, newest first: {key, text, at}. */
  others(current) {
    const found = [];
    try {
      for (let i = localStorage.length - 1; i >= 0; i -= 1) {
        const key = localStorage.key(i);
        if (!key.startsWith(this.place) || key === this.key) { continue; }
        const entry = read(key);
        if (!entry || entry.text === current || Date.now() - entry.at > DAYS) { localStorage.removeItem(key); continue; }
        found.push({ key: key, text: entry.text, at: entry.at });
      }
    } catch (refused) { return []; }
    found.sort((one, other) => other.at - one.at);
    found.slice(MOST).forEach(entry => this.forget(entry.key));
    return found.slice(0, MOST);
  }

  forget(key) {
    try { localStorage.removeItem(key); } catch (refused) { /* then there is nothing to forget */ }
  }
}

function read(key) {
  try {
    const entry = JSON.parse(localStorage.getItem(key));
    return entry && typeof entry.text === 'string' && typeof entry.at === 'number' ? entry : null;
  } catch (noJson) {
    return null;
  }
}
