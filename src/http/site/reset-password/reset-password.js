/* global window, document */
// Sends the new password with the token in the link to /api/reset-password.

const failure = 'This did not work. Check that the whole link was opened, and try again.';

const outcomes = {
  token_invalid: 'This link has been used, or has expired. Ask for a new mail.',
  password_rejected: 'This password is too easy to guess. Choose another.',
  password_reused: 'This is one of your last five passwords. Choose another.',
};

async function reset(token, password, revoke_api_keys) {
  const response = await window.postJson('/api/v2/auth/password-reset/confirmation', {
    token,
    password,
    revoke_api_keys,
  });
  if (response.ok) return { isDone: true, text: 'Your password is set. You can log in now.' };
  const { code } = await response.json();
  return { isDone: false, text: outcomes[code] ?? failure };
}

window.addEventListener('DOMContentLoaded', () => {
  const outcome = document.getElementById('outcome');
  const form = document.getElementById('reset');
  const token = window.linkToken;
  // Checked at once, before the user chooses a password.
  if (!/^[\w-]{43}$/.test(token)) {
    outcome.textContent = 'A part of the link is missing. Open the whole link of the mail, or ask for a new mail.';
    form.hidden = true;
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    const password = document.getElementById('password').value;
    const { isDone, text } = await reset(token, password, document.getElementById('revoke').checked).catch(() => ({
      isDone: false,
      text: failure,
    }));
    outcome.textContent = text;
    form.hidden = isDone;
    document.getElementById('next').hidden = !isDone;
    button.disabled = false;
  });
});
