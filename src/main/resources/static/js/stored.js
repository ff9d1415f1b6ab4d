'use strict';

/* The server has stored the text that was last sent from this tab: the browser needs to keep it no more. */
(function () {
  try {
    const sent = sessionStorage.getItem('followthrough.text.sent');
    if (sent) { localStorage.removeItem(sent); sessionStorage.removeItem('followthrough.text.sent'); }
  } catch (refused) { /* a browser that keeps nothing has nothing to forget */ }
})();
