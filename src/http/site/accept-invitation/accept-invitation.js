/* global window, document, fetch, AbortController */
// Sends the token in the link to /api/accept-invitation for the user who is logged in in this browser, or after a
// log-in on this page. It waits for a button, because mail scanners follow links and must not use the token up.

const brokenLink = 'A part of the link is missing. Open the whole link of the mail, or ask for a new invitation.';
const noOutcome = 'This did not work. Try again.';

const outcomes = {
  200: 'You are now a member.',
  400: brokenLink,
  403: 'This invitation was sent to another address than the one of your account.',
  401: 'Log in with the account of the invited address.',
};

const refusals = {
  already_member: 'You are already a member.',
  token_invalid: 'This link has been used, was withdrawn, or has expired. Ask for a new invitation.',
  invitation_lapsed:
    'The person who invited you no longer has the right to invite. Ask an administrator for a new invitation.',
};

async function accept(token) {
  const session = await fetch('/api/v2/auth/csrf-token', { headers: { Accept: 'application/json' } });
  if (!session.ok) return { status: session.status, text: outcomes[session.status] ?? noOutcome };
  const { csrf_token } = await session.json();
  const response = await window.postJson(
    '/api/v2/invitations/acceptance',
    { token },
    { headers: { 'X-CSRF-Token': csrf_token } },
  );
  const { code, organization_id } = await response.json();
  const text = outcomes[response.status] ?? refusals[code] ?? noOutcome;
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

/**
 * Says who invites whom to what, before anybody accepts or logs in; undefined if the server cannot say it now. A 409
 * means that nobody can accept this invitation, a 400 that the token is malformed.
 */
async function preview(token, signal) {
  if (token === '') return { isOpen: false, text: brokenLink };
  const response = await window.postJson('/api/v2/invitations/preview', { token }, { signal });
  const { code, inviter_name, email, organization_name, role } = await response.json();
  if (response.status === 400) return { isOpen: false, text: brokenLink };
  if (response.status === 409) return { isOpen: false, text: refusals[code] ?? noOutcome };
  if (!response.ok) return undefined;
  return {
    isOpen: true,
    text: `${inviter_name} invites ${email} to the organization ${organization_name}, as ${role}.`,
  };
}

window.addEventListener('DOMContentLoaded', () => {
  const outcome = document.getElementById('outcome');
  const button = document.getElementById('accept');
  const form = document.getElementById('login');
  const token = window.linkToken;
  let explaining = new AbortController();

  /** Without the preview the page works too. */
  const explain = async () => {
    explaining = new AbortController();
    const { signal } = explaining;
    const offer = await preview(token, signal).catch(() => undefined);
    if (offer === undefined || signal.aborted) return;
    outcome.textContent = offer.text;
    button.hidden = !offer.isOpen;
  };
  explain();

  button.addEventListener('click', async () => {
    // Otherwise a slow preview would overwrite the outcome.
    explaining.abort();
    const { status, text } = await accept(token).catch(() => ({ status: 0, text: noOutcome }));
    outcome.textContent = text;
    const isAnonymous = status === 401;
    form.hidden = !isAnonymous;
    document.getElementById('register').hidden = !isAnonymous;
    button.hidden = isAnonymous || status === 200;
    document.getElementById('next').hidden = status !== 200;
  });
  // The button comes back, so that the user reads what the invitation is for before accepting it.
  window.handleSessionForms(outcome, async () => {
    outcome.textContent = 'You are logged in. Accept the invitation to join.';
    document.getElementById('register').hidden = true;
    button.hidden = false;
    await explain();
  });
});
