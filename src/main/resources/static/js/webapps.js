/*
 * Runs inside the engine's web applications (Tasklist, Cockpit, Admin, Welcome): their login form cannot log anybody
 * in here, ours can; and their brand leads back to our pages.
 */
function leaveTheirLogin() {
  if (/^#!?\/login/.test(location.hash)) {
    location.assign('/login');
  }
}

addEventListener('hashchange', leaveTheirLogin);
leaveTheirLogin();

document.addEventListener('click', (click) => {
  if (click.target instanceof Element && click.target.closest('.navbar-brand')) {
    click.preventDefault();
    click.stopPropagation();
    location.assign('/');
  }
}, true);
