'use strict';

/* Filters apply when they are changed; without scripts their button does the same. */
document.querySelectorAll('form[data-submit-on-change]').forEach(function (form) {
  form.addEventListener('change', function (event) {
    if (event.target.matches('select, input[type="checkbox"]')) { form.requestSubmit(); }
  });
  /* Keeps empty filters out of the address. */
  form.addEventListener('submit', function () {
    form.querySelectorAll('input, select').forEach(function (field) {
      if (field.name && !field.value) { field.disabled = true; }
    });
  });
  /* Coming back to the page brings it back as it was left. */
  addEventListener('pageshow', function () {
    form.querySelectorAll('input, select').forEach(function (field) { field.disabled = false; });
  });
});
