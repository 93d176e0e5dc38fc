/* global window, location, URLSearchParams */
// Loaded before the scripts of the pages that links in mails open. The token follows the #, so no server logs it.

function tokenInAddress() {
  return new URLSearchParams(location.hash.slice(1)).get('token') ?? undefined;
}

/** The token in the link; empty if it is missing. */
window.linkToken = tokenInAddress() ?? '';

// A second link in the same tab changes only the hash. Links within the page, which have no token, keep the first one.
window.addEventListener('hashchange', () => {
  const token = tokenInAddress();
  if (token !== undefined && token !== window.linkToken) location.reload();
});
