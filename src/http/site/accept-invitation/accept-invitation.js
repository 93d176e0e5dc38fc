/* global window, document, fetch, location, FormData, URLSearchParams */
// Sends the token in the link to /api/accept-invitation for the user who is logged in in this browser, or after a
// log-in on this page. It waits for a button, because mail scanners follow links and must not use the token up.

const outcomes = {
  200: 'You are now a member.',
  403: 'This invitation was sent to another address than the one of your account.',
  401: 'Log in with the account of the invited address.',
};

const refusals = {
  already_member: 'You are already a member.',
  token_invalid: 'This link has been used, was withdrawn, or has expired. Ask for a new invitation.',
  invitation_lapsed:
    'The person who invited you no longer has the right to invite. Ask an administrator for a new invitation.',
};

const loginRefusals = {
  401: 'The e-mail address or the password is wrong.',
  429: 'Too many attempts. Wait a while, and try again.',
};

const codeRefusals = {
  400: 'Enter the six digits that your authenticator shows, or a recovery code like abcde-23456.',
  429: loginRefusals[429],
};

const failure = 'This did not work. Check that the whole link was opened, and try again.';

function send(path, body, headers = {}) {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** Sends the fields of a form. Returns the response's status and body. Status 0 means that no response arrived. */
async function submit(path, body) {
  try {
    const response = await send(path, body);
    return { status: response.status, body: await response.json() };
  } catch {
    return { status: 0, body: {} };
  }
}

async function accept(token) {
  const session = await fetch('/api/v2/auth/csrf-token', { headers: { Accept: 'application/json' } });
  if (!session.ok) return { status: session.status, text: outcomes[session.status] ?? failure };
  const { csrf_token } = await session.json();
  const response = await send('/api/v2/invitations/acceptance', { token }, { 'X-CSRF-Token': csrf_token });
  const { code, organization_id } = await response.json();
  const text = outcomes[response.status] ?? refusals[code] ?? failure;
  if (!response.ok) return { status: response.status, text };
  const organization = await read(`/api/v2/organizations/${organization_id}`, { 'X-Organization-Id': organization_id });
  const name = organization?.name;
  return { status: response.status, text: name === undefined ? text : `${text} The organization is called ${name}.` };
}

/** Returns a resource of the logged-in user; undefined if nobody is logged in. */
async function read(path, headers = {}) {
  const response = await fetch(path, { headers: { Accept: 'application/json', ...headers } });
  return response.ok ? response.json() : undefined;
}

/** Names the organization and role before the user accepts, if the account has exactly one invitation. */
async function describe(outcome) {
  const [only, ...others] = (await read('/api/v2/me/invitations'))?.data ?? [];
  if (only === undefined || others.length > 0) return;
  outcome.textContent = `You are invited to the organization ${only.organization_name}, as ${only.role}.`;
}

window.addEventListener('DOMContentLoaded', () => {
  const outcome = document.getElementById('outcome');
  const button = document.getElementById('accept');
  const form = document.getElementById('login');
  const codeForm = document.getElementById('second-factor');
  let challenge;
  // Without this text the page works too.
  if (location.hash !== '') void describe(outcome).catch(() => undefined);

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
    const { status, body } = await submit('/api/v2/auth/login', Object.fromEntries(new FormData(form)));
    if (status !== 200) outcome.textContent = loginRefusals[status] ?? failure;
    else if (body.kind === 'mfa_challenge') {
      challenge = body.challenge_token;
      outcome.textContent = 'Enter the code that your authenticator shows, or a recovery code.';
      form.hidden = true;
      codeForm.hidden = false;
      codeForm.elements.code.focus();
    } else await attempt();
  });
  codeForm.addEventListener('submit', async (event) => {
    event.preventDefault();
    const code = codeForm.elements.code.value.replace(/\s/g, '').toLowerCase();
    const { status, body } = await submit('/api/v2/auth/login/mfa', { challenge_token: challenge, code });
    if (status === 200) {
      codeForm.hidden = true;
      await attempt();
    } else if (status === 401 && body.code === 'mfa_code_invalid') {
      outcome.textContent = 'The code is wrong, or was used before. Enter the next one.';
    } else if (status === 401) {
      outcome.textContent = 'The log-in took too long or had too many attempts. Log in again.';
      codeForm.hidden = true;
      form.hidden = false;
    } else outcome.textContent = codeRefusals[status] ?? failure;
  });
});
