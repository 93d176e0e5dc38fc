/* global window, document */
// Sends the token in the link to /api/verify-email. It waits for the button, because mail scanners follow links and
// must not use the token up.

const outcomes = {
  409: 'This link has been used, or has expired. Register again for a new one.',
};

const failure = 'This did not work. Check that the whole link was opened, and try again.';

async function verify(token) {
  const response = await window.postJson('/api/v2/auth/email-verification', { token });
  if (!response.ok) return { account: undefined, text: outcomes[response.status] ?? failure };
  const account = await response.json();
  const next = account.has_password
    ? 'You can log in now.'
    : 'Set a password before you log in: the address was registered more than once, with different passwords.';
  return { account, text: `Your address is verified. ${next}` };
}

async function requestPassword(email) {
  const response = await window.postJson('/api/v2/auth/password-reset', { email });
  return response.ok
    ? 'We have sent you a mail. Open its link within an hour.'
    : 'This did not work. Try again in a minute.';
}

window.addEventListener('DOMContentLoaded', () => {
  const outcome = document.getElementById('outcome');
  const button = document.getElementById('verify');
  button.addEventListener('click', async () => {
    button.disabled = true;
    const { account, text } = await verify(window.linkToken).catch(() => ({ text: failure }));
    outcome.textContent = text;
    button.hidden = account !== undefined;
    button.disabled = false;
    document.getElementById('next').hidden = account?.has_password !== true;
    const form = document.getElementById('set-password');
    form.hidden = account?.has_password !== false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      outcome.textContent = await requestPassword(account.email).catch(() => failure);
    });
  });
});
