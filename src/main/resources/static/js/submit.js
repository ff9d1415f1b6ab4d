'use strict';

/* Shows beside the text, while somebody types, what was read from it and what is missing. Stores nothing. */
(function () {
  const PAUSE = 300;
  const LONGEST = 1000000;
  const form = document.getElementById('submit-form');
  const source = document.getElementById('source');
  const reading = document.getElementById('reading');
  const state = document.getElementById('reading-state');
  const verdict = document.getElementById('verdict');
  const problem = document.getElementById('problem');
  const dropzone = document.getElementById('dropzone');
  const fileHint = document.getElementById('file-hint');
  const token = form.querySelector('input[name="_csrf"]');
  const stored = source.value;
  let waiting = null;
  let asked = 0;
  let leaving = false;

  function add(parent, tag, text, css) {
    const element = document.createElement(tag);
    if (text !== undefined) { element.textContent = text; }
    if (css) { element.className = css; }
    parent.appendChild(element);
    return element;
  }

  function complain(text) {
    problem.hidden = !text;
    problem.textContent = '';
    if (text) { add(problem, 'p', text); }
  }

  function count(number, unit) { return number + ' ' + unit + (number === 1 ? '' : 's'); }

  function moment(text) { return text.replace('T', ' ').slice(0, 16); }

  function duration(minutes) {
    const hours = Math.floor(minutes / 60);
    return ((hours ? hours + ' h ' : '') + (minutes % 60 ? minutes % 60 + ' min' : '')).trim();
  }

  function jump(line) {
    const lines = source.value.split('\n');
    const from = lines.slice(0, line - 1).reduce(function (sum, each) { return sum + each.length + 1; }, 0);
    source.focus();
    source.setSelectionRange(from, from + (lines[line - 1] || '').length);
    source.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(source).lineHeight));
  }

  function part(list, name, value) {
    const entry = add(list, 'li');
    const mark = add(entry, 'span', value ? '✓' : '–', 'mark ' + (value ? 'is-there' : 'is-missing'));
    mark.setAttribute('aria-hidden', 'true');
    add(entry, 'span', name, 'name');
    add(entry, 'span', value || 'not found', 'value' + (value ? '' : ' is-missing'));
  }

  function abbreviated(text) { return text && text.length > 140 ? text.slice(0, 139) + '…' : text; }

  function showParts(read) {
    const list = add(reading, 'ul', undefined, 'parts');
    const incident = read.incident;
    part(list, 'Title', read.title);
    part(list, 'From', incident.start && moment(incident.start));
    part(list, 'To', incident.end && moment(incident.end) + (incident.durationMinutes ? ' (' + duration(incident.durationMinutes) + ')' : ''));
    part(list, 'Time zone', incident.zone);
    part(list, 'Users', read.impact.usersAffectedPercent.length && read.impact.usersAffectedPercent.join(' %, ') + ' % affected');
    part(list, 'Noticed', read.detection.method && 'by ' + read.detection.method + (read.detection.at ? ' at ' + moment(read.detection.at).slice(11) : ''));
    part(list, 'Timeline', read.timeline.length && count(read.timeline.length, 'step'));
    part(list, 'Root cause', abbreviated(read.rootCause));
    part(list, 'Resolution', abbreviated(read.resolution));
    part(list, 'Action items', read.actionItems.length && count(read.actionItems.length, 'item'));
  }

  function showItems(items) {
    if (items.length === 0) { return; }
    add(reading, 'h3', items.length === 1 ? 'It will become a ticket' : 'They will become tickets');
    const list = add(reading, 'ol', undefined, 'found-items small');
    items.forEach(function (item) {
      const entry = add(list, 'li', item.title);
      const chosen = [item.priority, item.owner, item.due && 'until ' + item.due, item.done && 'done already'].filter(Boolean);
      if (chosen.length) { add(entry, 'span', ' ' + chosen.join(', '), 'soft'); }
    });
  }

  function showFindings(findings) {
    add(reading, 'h3', findings.length ? count(findings.length, 'finding') : 'No findings');
    if (findings.length === 0) { add(reading, 'p', 'The document agrees with itself.', 'soft'); return; }
    const tones = { error: 'is-bad', warning: 'is-warn', info: 'is-info' };
    const list = add(reading, 'ul', undefined, 'findings');
    findings.forEach(function (finding) {
      const entry = add(list, 'li');
      add(entry, 'span', finding.severity, 'badge ' + tones[finding.severity]);
      add(entry, 'span', ' ' + finding.message + ' ');
      const place = add(entry, 'button', 'line ' + finding.line, 'line');
      place.type = 'button';
      place.addEventListener('click', function () { jump(finding.line); });
    });
  }

  function show(read) {
    const blocking = read.findings.filter(function (finding) { return finding.severity === 'error'; }).length;
    reading.textContent = '';
    if (!read.postmortem) {
      add(reading, 'p', 'This does not read like a postmortem yet, so it cannot be stored: there is no incident, timeline, cause or list of measures to be found in it.', 'alert is-warn');
    }
    showParts(read);
    showItems(read.actionItems);
    showFindings(read.findings);
    verdict.textContent = !read.postmortem ? '' : blocking === 0 ? 'Ready for review.' : count(blocking, 'finding') + ' to mend before the review; a draft can be saved.';
  }

  function empty() {
    asked += 1;
    reading.textContent = '';
    add(reading, 'p', 'It appears here while you type: what was understood, and what is missing for a review.', 'empty');
    state.textContent = '';
    verdict.textContent = '';
  }

  function lint() {
    const text = source.value;
    if (!text.trim()) { empty(); return; }
    const mine = ++asked;
    state.textContent = 'Reading…';
    fetch('/api/postmortems/lint', {
      method: 'POST',
      headers: { 'Content-Type': 'text/markdown', Accept: 'application/json', 'X-XSRF-TOKEN': token ? token.value : '' },
      body: text
    }).then(function (answer) {
      return answer.json().then(function (read) {
        if (mine !== asked) { return; }
        state.textContent = '';
        if (answer.ok) { complain(''); show(read); } else { complain(read.detail || 'The text could not be read.'); }
      });
    }).catch(function () {
      if (mine !== asked) { return; }
      state.textContent = '';
      complain('The server does not answer, or you are not logged in any more. Your text is still here; try again in a moment.');
    });
  }

  function decode(bytes) {
    const start = new Uint8Array(bytes.slice(0, 2));
    if (start[0] === 0xFF && start[1] === 0xFE) { return new TextDecoder('utf-16le').decode(bytes); }
    if (start[0] === 0xFE && start[1] === 0xFF) { return new TextDecoder('utf-16be').decode(bytes); }
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch (notUtf8) {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  }

  function take(file) {
    if (!file) { return; }
    if (file.size === 0) { complain(file.name + ' is empty.'); return; }
    if (file.size > LONGEST) {
      complain(file.name + ' has ' + Math.round(file.size / 1000).toLocaleString('en') + ' kB; at most 1,000 kB are read. Send the postmortem without attachments or logs.');
      return;
    }
    file.arrayBuffer().then(function (bytes) {
      const text = decode(bytes);
      if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) { complain(file.name + ' is no text file. Export the postmortem as Markdown or plain text.'); return; }
      complain('');
      source.value = text;
      fileHint.textContent = file.name;
      lint();
    });
  }

  source.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(lint, PAUSE);
  });
  document.getElementById('file').addEventListener('change', function (event) { take(event.target.files[0]); });
  ['dragover', 'dragenter'].forEach(function (name) {
    form.addEventListener(name, function (event) {
      if (!event.dataTransfer.types.includes('Files')) { return; }
      event.preventDefault();
      dropzone.classList.add('is-over');
    });
  });
  form.addEventListener('dragleave', function () { dropzone.classList.remove('is-over'); });
  form.addEventListener('drop', function (event) {
    dropzone.classList.remove('is-over');
    if (event.dataTransfer.files.length === 0) { return; }
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
  form.addEventListener('submit', function () { leaving = true; });
  addEventListener('beforeunload', function (event) {
    if (!leaving && source.value !== stored) { event.preventDefault(); }
  });
  lint();
})();
