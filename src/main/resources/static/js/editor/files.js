/* Takes a text file that is chosen or dropped. */

const LONGEST = 1000000;

/** Calls {@code take} with text and name, or {@code refuse} with the reason. */
export function takeFiles(form, chooser, dropzone, take, refuse) {

  async function read(file) {
    if (!file) { return; }
    if (file.size === 0) { refuse(file.name + ' is empty.'); return; }
    if (file.size > LONGEST) {
      refuse(file.name + ' has ' + Math.round(file.size / 1000).toLocaleString('en') + ' kB; at most 1,000 kB are read. Send the postmortem without attachments or logs.');
      return;
    }
    const text = decode(await file.arrayBuffer()).replace(/\r\n?/g, '\n');
    if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) {
      refuse(file.name + ' is no text file. Export the postmortem as Markdown or plain text.');
      return;
    }
    take(text, file.name);
  }

  chooser.addEventListener('change', event => read(event.target.files[0]));
  ['dragover', 'dragenter'].forEach(name => form.addEventListener(name, event => {
    if (!event.dataTransfer.types.includes('Files')) { return; }
    event.preventDefault();
    dropzone.classList.add('is-over');
  }));
  form.addEventListener('dragleave', () => dropzone.classList.remove('is-over'));
  form.addEventListener('drop', event => {
    dropzone.classList.remove('is-over');
    if (event.dataTransfer.files.length === 0) { return; }
    event.preventDefault();
    read(event.dataTransfer.files[0]);
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
