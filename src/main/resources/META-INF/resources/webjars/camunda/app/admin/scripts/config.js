import '/js/webapps.js';

export default {
  app: { name: 'Admin', vendor: 'Followthrough' },
  disableWelcomeMessage: true
};
