import '/js/webapps.js';

export default {
  app: { name: 'Cockpit', vendor: 'Followthrough' },
  disableWelcomeMessage: true
};
