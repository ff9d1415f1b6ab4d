import '/js/webapps.js';

export default {
  app: { name: 'Welcome', vendor: 'Followthrough' },
  disableWelcomeMessage: true
};
