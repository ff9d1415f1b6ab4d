/* Shows what the server understood of a text. */

import { add, button, count } from './elements.js';

const LONGEST = 140;
const MOST_ITEMS = 60;

function moment(text) { return text.replace('T', ' ').slice(0, 16); }

function duration(minutes) {
  const hours = Math.floor(minutes / 60);
  return ((hours ? hours + ' h ' : '') + (minutes % 60 ? minutes % 60 + ' min' : '')).trim();
}

function abbreviated(text) { return text && text.length > LONGEST ? text.slice(0, LONGEST - 1) + '…' : text; }

function zone(incident) {
  if (!incident.zone) { return null; }
  return incident.zone + (incident.zoneId && incident.zoneId !== incident.zone ? ' (' + incident.zoneId + ')' : '');
}

function noticed(detection) {
  const at = detection.at ? moment(detection.at) : null;
  return detection.method ? 'by ' + detection.method + (at ? ', ' + at : '') : at;
}

function part(list, name, value) {
  const entry = add(list, 'li');
  const mark = add(entry, 'span', value ? '✓' : '–', 'mark ' + (value ? 'is-there' : 'is-missing'));
  mark.setAttribute('aria-hidden', 'true');
  add(entry, 'span', name, 'name');
  add(entry, 'span', value || 'not found', 'value' + (value ? '' : ' is-missing'));
}

function showItems(parent, items, go) {
  if (items.length === 0) { return; }
  add(parent, 'h3', items.length === 1 ? 'It will become a ticket' : 'They will become tickets');
  const list = add(parent, 'ol', undefined, 'found-items small');
  items.slice(0, MOST_ITEMS).forEach(item => {
    const entry = add(list, 'li');
    button(entry, item.title, 'line', () => go({ line: item.line, column: item.column || 1, length: 0 }));
    const facts = [
      item.owner ? 'owner ' + item.owner : 'no owner',
      item.due ? 'due ' + item.due : 'no due date',
      item.priority,
      item.ticket,
      item.done && 'done already'
    ].filter(Boolean);
    add(entry, 'span', facts.join(' · '), 'soft facts-line');
  });
  if (items.length > MOST_ITEMS) { add(parent, 'p', 'and ' + (items.length - MOST_ITEMS) + ' more', 'soft small'); }
}

/** Shows it in the element; {@code go} leads to a place of the text. */
export function showReading(parent, read, go) {
  const incident = read.incident;
  parent.textContent = '';
  if (!read.postmortem) {
    add(parent, 'p', 'This does not read like a postmortem yet, so it cannot be stored: there is no incident, timeline, cause or list of measures to be found in it.', 'alert is-warn');
  }
  const list = add(parent, 'ul', undefined, 'parts');
  part(list, 'Title', read.title);
  part(list, 'From', incident.start && moment(incident.start));
  part(list, 'To', incident.end && moment(incident.end) + (incident.durationMinutes ? ' (' + duration(incident.durationMinutes) + ')' : ''));
  part(list, 'Time zone', zone(incident));
  part(list, 'Users', read.impact.usersAffectedPercent.length && read.impact.usersAffectedPercent.join(' %, ') + ' % affected');
  part(list, 'Noticed', noticed(read.detection));
  part(list, 'Timeline', read.timeline.length && count(read.timeline.length, 'step'));
  part(list, 'Root cause', abbreviated(read.rootCause));
  part(list, 'Resolution', abbreviated(read.resolution));
  part(list, 'Action items', read.actionItems.length && count(read.actionItems.length, 'item'));
  showItems(parent, read.actionItems, go);
}
