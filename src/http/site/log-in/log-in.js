/* global window, document */
// Begins a session on /api/log-in, and shows where to go with it.

window.addEventListener('DOMContentLoaded', () => {
  const outcome = document.getElementById('outcome');
  window.handleSessionForms(outcome, () => {
    outcome.textContent = 'You are logged in in this browser.';
    document.getElementById('next').hidden = false;
  });
});
