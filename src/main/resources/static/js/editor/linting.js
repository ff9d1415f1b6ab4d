/* Asks the server what it reads in a text and what is wrong with it. Only the newest question counts. */

/** Milliseconds without a key until the text is sent; the rest of a third of a second is for the way and the answer. */
const PAUSE = 120;
const PATIENCE = 20000;
const AGAIN = [2000, 5000, 10000, 30000];
const LONGEST = 1000000;

/** What keeps the text from being read, in words a person can act on. */
const WORDS = {
  offline: 'No connection to the server: what is shown here is from before. Your text is kept in this browser; it is read again as soon as the server answers.',
  broken: 'The server could not read the text just now. Your text is kept in this browser; reading is tried again in a moment.',
  slow: 'The server takes too long to answer. Your text is kept in this browser; reading is tried again in a moment.',
  loggedOut: 'You are logged out. Your text is kept in this browser: log in again in another tab, then go on here.',
  forbidden: 'You may not have texts read here. Your text is kept in this browser.'
};

export class Linting {

  /**
   * @param number of the postmortem whose text this is, or empty for a new one
   * @param told.answer called with the reading and the text it is about
   * @param told.state called with "reading" or "done", or with "problem", its kind and its words
   */
  constructor(number, told) {
    this.address = '/api/postmortems/lint' + (number ? '?postmortem=' + encodeURIComponent(number) : '');
    this.told = told;
    this.waiting = null;
    this.running = null;
    this.failures = 0;
    this.text = '';
    addEventListener('online', () => this.retry());
    addEventListener('focus', () => this.retry());
  }

  /** Reads the text once nobody has typed for a moment, or at once. */
  ask(text, now) {
    this.text = text;
    this.stop();
    if (!text.trim()) { return; }
    if (text.length > LONGEST || text.length * 3 > LONGEST && new TextEncoder().encode(text).length > LONGEST) {
      this.told.state('problem', 'tooLong', 'The text is longer than 1 MB: it is read when it is saved, not while you type.');
      return;
    }
    this.waiting = setTimeout(() => this.send(text), now ? 0 : PAUSE);
  }

  /** Forgets whatever was asked. */
  stop() {
    clearTimeout(this.waiting);
    if (this.running) { this.running.abort(); this.running = null; }
  }

  retry() {
    if (this.failures > 0) { this.ask(this.text, true); }
  }

  async send(text) {
    const mine = new AbortController();
    this.running = mine;
    let late = false;
    const patience = setTimeout(() => { late = true; mine.abort(); }, PATIENCE);
    this.told.state('reading');
    try {
      const answer = await fetch(this.address, {
        method: 'POST',
        headers: { 'Content-Type': 'text/markdown', Accept: 'application/json' },
        body: text,
        signal: mine.signal
      });
      await this.take(answer, text, mine);
    } catch (failure) {
      if (this.running !== mine) { return; }
      this.fail(late ? 'slow' : failure instanceof SyntaxError ? 'broken' : 'offline');
    } finally {
      clearTimeout(patience);
      if (this.running === mine) { this.running = null; }
    }
  }

  async take(answer, text, mine) {
    if (answer.status === 401) { this.fail('loggedOut'); return; }
    if (answer.status === 403) { this.fail('forbidden'); return; }
    if (answer.status >= 500) { this.fail('broken'); return; }
    const read = await answer.json();
    if (this.running !== mine) { return; }
    this.failures = 0;
    if (answer.ok) {
      this.told.state('done');
      this.told.answer(read, text);
    } else {
      this.told.state('problem', 'refused', read.detail || 'The text could not be read.');
    }
  }

  fail(kind) {
    const wait = AGAIN[Math.min(this.failures, AGAIN.length - 1)];
    this.failures += 1;
    this.told.state('problem', kind, WORDS[kind]);
    if (kind === 'forbidden') { return; }
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.send(this.text), wait);
  }
}
