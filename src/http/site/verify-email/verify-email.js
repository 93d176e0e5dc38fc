/* global window, document, fetch, location, URLSearchParams */
// Sends the token of the link on /api/verify-email. Only when the button is pressed: programs that look into mail
// follow links, and must not use the token up.

const outcomes = {
  200: 'Your address is verified. You can log in now.',
  409: 'This link has been used, or has expired. Register again for a new one.',
};

const failure = 'This did not work. Check that the whole link was opened, and try again.';

async function verify(token) {
  const response = await fetch('/api/v2/auth/email-verification', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ token }),
  });
  return { isDone: response.ok, text: outcomes[response.status] ?? failure };
}

window.addEventListener('DOMContentLoaded', () => {
  const outcome = document.getElementById('outcome');
  const button = document.getElementById('verify');
  button.addEventListener('click', async () => {
    button.disabled = true;
    const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
    const { isDone, text } = await verify(token).catch(() => ({ isDone: false, text: failure }));
    outcome.textContent = text;
    button.hidden = isDone;
    button.disabled = false;
  });
});
