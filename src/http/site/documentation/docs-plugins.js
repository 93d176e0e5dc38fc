/* global window, sessionStorage, MutationObserver */
// The plugins with which docs.js starts Swagger UI.

/** The order of the parts, with headings in order and one <main>, which is the page's. Says when a filter hits nothing. */
function withPageLayout({ React: { createElement: element } }) {
  function PageLayout({ specSelectors, layoutSelectors, getComponent }) {
    const part = (name) => element(getComponent(name, true), { key: name });
    const status = specSelectors.loadingStatus();
    if (status === 'failed') {
      const text = 'The contract cannot be loaded. Reload the page to try again.';
      return element('p', { className: 'hint', role: 'alert' }, text);
    }
    if (status !== 'success') return element('p', { className: 'hint', role: 'status' }, 'Loading the contract…');
    const filter = layoutSelectors.currentFilter();
    const phrase = typeof filter === 'string' ? filter.toLowerCase() : '';
    const areWebhooksShown = 'webhooks'.includes(phrase);
    const hasHit = specSelectors.taggedOperations().size > 0;
    return element(
      'div',
      { className: 'swagger-ui' },
      part('SvgAssets'),
      part('errors'),
      element('div', { className: 'information-container wrapper' }, part('InfoContainer')),
      element(
        'div',
        { className: 'scheme-container' },
        element('div', { className: 'schemes wrapper' }, part('AuthorizeBtnContainer')),
      ),
      part('FilterContainer'),
      element(
        'div',
        { className: 'wrapper' },
        element('h2', { className: 'operations-title' }, 'Operations'),
        element('p', { role: 'status', className: 'no-hit' }, hasHit ? '' : `No tag and no path contains “${filter}”.`),
        hasHit ? part('operations') : null,
        areWebhooksShown ? part('Webhooks') : null,
      ),
    );
  }
  return { components: { PageLayout } };
}

/** Text instead of links inside of the buttons that open an operation: a button must not contain another control. */
function withTextInButtons({ React: { createElement: element } }) {
  const DeepLink = ({ text }) => element('span', { className: 'nostyle' }, text);
  return { components: { DeepLink } };
}

/** Removes the entries that the dialog cannot set: logIn sets the cookie, and docs.js fetches its CSRF token. */
function withBearerOnly() {
  const definitionsToAuthorize =
    (original) =>
    (...parameters) =>
      original(...parameters).filter((definition) => definition.first().get('type') === 'http');
  return { statePlugins: { auth: { wrapSelectors: { definitionsToAuthorize } } } };
}

const authorizationItem = 'architect.authorization';

/** Keeps the key of the Authorize dialog until the tab is closed or the user logs out, also for the other version. */
function withAuthorizationOfTab() {
  const keep =
    (original, { authSelectors }) =>
    (...parameters) => {
      const result = original(...parameters);
      const authorized = authSelectors.authorized();
      if (authorized.size === 0) sessionStorage.removeItem(authorizationItem);
      else sessionStorage.setItem(authorizationItem, JSON.stringify(authorized));
      return result;
    };
  return { statePlugins: { auth: { wrapActions: { authorize: keep, logout: keep } } } };
}

function restoreAuthorization({ authActions }) {
  const kept = sessionStorage.getItem(authorizationItem);
  if (kept !== null) authActions.restoreAuthorization({ authorized: JSON.parse(kept) });
}

/** Scrolls to the operation of a link as the browser does, so that `scroll-padding-top` keeps it from the bar. */
function withScrollBelowBar() {
  const scrollToElement = () => (target) => target.scrollIntoView();
  return { statePlugins: { layout: { wrapActions: { scrollToElement } } } };
}

/** The text beside a control, for readers who do not see where it is. */
function nameOf(control) {
  const parameter = control.closest('[data-param-name]')?.dataset.paramName;
  if (parameter !== undefined) return parameter;
  if (control.closest('.opblock-section-request-body') && control.matches('textarea')) return 'Request body';
  if (control.closest('.examples-select')) return 'Example';
  if (control.closest('.content-type-wrapper, .response-control-media-type')) return 'Media type';
  return control.placeholder || control.title || 'Value';
}

/** Names the controls that Swagger UI leaves without a label, and lets the keyboard scroll its samples. */
function nameControls(target) {
  const visit = () => {
    for (const control of target.querySelectorAll('select, input, textarea')) {
      if (control.labels.length === 0 && !control.ariaLabel) control.ariaLabel = nameOf(control);
    }
    for (const sample of target.querySelectorAll('pre:not([tabindex])')) sample.tabIndex = 0;
  };
  new MutationObserver(visit).observe(target, { childList: true, subtree: true });
}

window.docs = {
  nameControls,
  plugins: [withPageLayout, withTextInButtons, withBearerOnly, withAuthorizationOfTab, withScrollBelowBar],
  restoreAuthorization,
};
