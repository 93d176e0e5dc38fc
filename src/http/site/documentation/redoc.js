/* global window, document, Redoc */
// Starts ReDoc on /api/redoc.

window.addEventListener('DOMContentLoaded', () => {
  const target = document.getElementById('redoc');
  const options = {
    hideHostname: true,
    // The page has its own bar at the top, which must not cover the target of a link.
    scrollYOffset: '.bar',
    sortRequiredPropsFirst: true,
    theme: {
      colors: { primary: { main: '#1f4b6e' } },
      typography: { fontFamily: 'system-ui, sans-serif', headings: { fontFamily: 'system-ui, sans-serif' } },
    },
  };
  Redoc.init(target.dataset.document, options, target);
});
