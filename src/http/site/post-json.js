/* global window, fetch */
// Loaded before the scripts of the pages that send something.

/** Sends an object to an operation as JSON. */
window.postJson = (path, body, { headers = {}, signal } = {}) =>
  fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
    body: JSON.stringify(body),
    signal,
  });
