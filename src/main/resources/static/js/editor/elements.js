/* Small pieces of pages. */

/** Adds an element with this text and these classes. */
export function add(parent, tag, text, css) {
  const element = document.createElement(tag);
  if (text !== undefined) { element.textContent = text; }
  if (css) { element.className = css; }
  parent.append(element);
  return element;
}

/** Adds a button that sends nothing. */
export function button(parent, text, css, click) {
  const element = add(parent, 'button', text, css);
  element.type = 'button';
  element.addEventListener('click', click);
  return element;
}

export function count(number, unit) { return number + ' ' + unit + (number === 1 ? '' : 's'); }
