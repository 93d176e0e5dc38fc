/* global window, document, fetch, location, FormData, URLSearchParams */
// Sends the token of the link on /api/accept-invitation, for whoever is logged in in this browser; who is not, logs in
// here. Only when a button is pressed: programs that look into mail follow links, and must not use the token up.

const outcomes = {
  200: 'You are a member now.',
  403: 'This invitation is for another address than that of your account.',
  401: 'Log in with the account of the invited address. Without an account, register with that address first.',
};

const refusals = {
  already_member: 'You are a member already.',
  token_invalid: 'This link has been used, was withdrawn, or has expired. Ask for a new invitation.',
};

const failure = 'This did not work. Check that the whole link was opened, and try again.';

function send(path, body, headers = {}) {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function accept(token) {
  const session = await fetch('/api/v2/auth/csrf-token', { headers: { Accept: 'application/json' } });
  if (!session.ok) return { status: session.status, text: outcomes[session.status] ?? failure };
  const { csrf_token } = await session.json();
  const reply = await send('/api/v2/invitations/acceptance', { token }, { 'X-CSRF-Token': csrf_token });
  const { code } = await reply.json();
  return { status: reply.status, text: outcomes[reply.status] ?? refusals[code] ?? failure };
}

window.addEventListener('DOMContentLoaded', () => {
  const outcome = document.getElementById('outcome');
  const button = document.getElementById('accept');
  const form = document.getElementById('login');

  async function attempt() {
    const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
    const { status, text } = await accept(token).catch(() => ({ status: 0, text: failure }));
    outcome.textContent = text;
    form.hidden = status !== 401;
    button.hidden = status === 200 || status === 401;
  }

  button.addEventListener('click', () => void attempt());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const credentials = Object.fromEntries(new FormData(form));
    const reply = await send('/api/v2/auth/login', credentials).catch(() => undefined);
    if (reply?.ok) await attempt();
    else outcome.textContent = 'The e-mail address or the password is wrong.';
  });
});
