/* global window, history, location */
// Loaded before the scripts that start Swagger UI and ReDoc. Both decode the fragment, and fail if it is malformed.

/** Returns the decoded fragment of the address; empty if there is none. A malformed one is removed from the address. */
window.readFragment = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    history.replaceState(undefined, '', location.pathname + location.search);
    return '';
  }
};
