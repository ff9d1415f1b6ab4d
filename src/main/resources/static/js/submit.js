'use strict';

/* Shows beside the text, while somebody types, what was read from it and what is missing. Stores nothing. */
(function () {
  const PAUSE = 250;
  const LONGEST = 1000000;
  const source = document.getElementById('source');
  const reading = document.getElementById('reading');
  const problem = document.getElementById('problem');
  const dropzone = document.getElementById('dropzone');
  const token = document.querySelector('#submit-form input[name="_csrf"]');
  let waiting = null;
  let asked = 0;

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

  function fact(list, name, value) {
    add(list, 'dt', name);
    add(list, 'dd', value);
  }

  function moment(text) { return text ? text.replace('T', ' ').slice(0, 16) : 'unknown'; }

  function jump(line) {
    const lines = source.value.split('\n');
    const from = lines.slice(0, line - 1).reduce(function (sum, each) { return sum + each.length + 1; }, 0);
    source.focus();
    source.setSelectionRange(from, from + (lines[line - 1] || '').length);
    source.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(source).lineHeight));
  }

  function showFindings(findings) {
    add(reading, 'h3', 'Findings');
    if (findings.length === 0) { add(reading, 'p', 'None: the document agrees with itself.', 'empty'); return; }
    const tones = { error: 'is-bad', warning: 'is-warn', info: 'is-info' };
    const list = add(reading, 'ul');
    findings.forEach(function (finding) {
      const entry = add(list, 'li');
      add(entry, 'span', finding.severity, 'badge ' + tones[finding.severity]);
      add(entry, 'span', ' ' + finding.message + ' ');
      const place = add(entry, 'button', 'line ' + finding.line, 'button is-quiet is-small');
      place.type = 'button';
      place.addEventListener('click', function () { jump(finding.line); });
    });
  }

  function show(read) {
    reading.textContent = '';
    add(reading, 'h2', 'What was read');
    if (!read.postmortem) { add(reading, 'p', 'This does not read like a postmortem yet.', 'alert is-warn'); }
    const facts = add(reading, 'dl', undefined, 'facts');
    fact(facts, 'Title', read.title || 'unknown');
    fact(facts, 'Incident', moment(read.incident.start) + ' – ' + moment(read.incident.end) + (read.incident.zone ? ' ' + read.incident.zone : ''));
    fact(facts, 'Users affected', read.impact.usersAffectedPercent.length ? read.impact.usersAffectedPercent.join(' %, ') + ' %' : 'not said');
    fact(facts, 'Noticed', read.detection.method ? 'by ' + read.detection.method : 'not said');
    fact(facts, 'Timeline', read.timeline.length + ' entries');
    add(reading, 'h3', read.actionItems.length + ' action item' + (read.actionItems.length === 1 ? '' : 's'));
    const items = add(reading, 'ol');
    read.actionItems.forEach(function (item) { add(items, 'li', item.title); });
    showFindings(read.findings);
  }

  function lint() {
    const text = source.value;
    if (!text.trim()) { return; }
    const mine = ++asked;
    fetch('/api/postmortems/lint', {
      method: 'POST',
      headers: { 'Content-Type': 'text/markdown', Accept: 'application/json', 'X-XSRF-TOKEN': token ? token.value : '' },
      body: text
    }).then(function (answer) {
      return answer.json().then(function (read) {
        if (mine !== asked) { return; }
        if (answer.ok) { complain(''); show(read); } else { complain(read.detail || 'The text could not be read.'); }
      });
    }).catch(function () { complain('The server does not answer. Your text is still here; try again in a moment.'); });
  }

  function take(file) {
    if (!file) { return; }
    if (file.size > LONGEST) { complain(file.name + ' has ' + Math.round(file.size / 1000) + ' kB; the longest document taken has ' + LONGEST / 1000 + ' kB.'); return; }
    file.arrayBuffer().then(function (bytes) {
      let text;
      try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      } catch (notUtf8) {
        text = new TextDecoder('windows-1252').decode(bytes);
      }
      if (text.includes('\u0000')) { complain(file.name + ' is no text file. Export it as Markdown or plain text.'); return; }
      complain('');
      source.value = text;
      lint();
    });
  }

  source.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(lint, PAUSE);
  });
  document.getElementById('file').addEventListener('change', function (event) { take(event.target.files[0]); });
  ['dragover', 'dragenter'].forEach(function (name) {
    dropzone.addEventListener(name, function (event) { event.preventDefault(); dropzone.classList.add('is-over'); });
  });
  dropzone.addEventListener('dragleave', function () { dropzone.classList.remove('is-over'); });
  dropzone.addEventListener('drop', function (event) {
    event.preventDefault();
    dropzone.classList.remove('is-over');
    take(event.dataTransfer.files[0]);
  });
  lint();
})();
