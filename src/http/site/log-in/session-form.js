/* global window, document, FormData */
// The forms that begin a session: address and password, then the code of accounts with a second factor.

const failure = 'This did not work. Try again.';

const loginRefusals = {
  401: 'The e-mail address or the password is wrong.',
  429: 'Too many attempts. Wait a while, and try again.',
};

const codeRefusals = {
  400: 'Enter the six digits that your authenticator shows, or a recovery code like abcde-23456.',
  429: loginRefusals[429],
};

/** Sends the fields of a form. Returns the response's status and body. Status 0 means that no response arrived. */
async function submit(path, body) {
  try {
    const response = await window.postJson(path, body);
    return { status: response.status, body: await response.json() };
  } catch {
    return { status: 0, body: {} };
  }
}

/**
 * Handles both forms. Writes refusals into the element `outcome`, and calls `onLogIn` once the session has begun, with
 * both forms hidden.
 */
window.handleSessionForms = (outcome, onLogIn) => {
  const form = document.getElementById('login');
  const codeForm = document.getElementById('second-factor');
  let challenge;

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { status, body } = await submit('/api/v2/auth/login', Object.fromEntries(new FormData(form)));
    if (status !== 200) {
      outcome.textContent = loginRefusals[status] ?? failure;
      return;
    }
    form.hidden = true;
    if (body.kind !== 'mfa_challenge') {
      await onLogIn();
      return;
    }
    challenge = body.challenge_token;
    outcome.textContent = 'Enter the code that your authenticator shows, or a recovery code.';
    codeForm.hidden = false;
    codeForm.elements.code.focus();
  });

  codeForm.addEventListener('submit', async (event) => {
    event.preventDefault();
    const code = codeForm.elements.code.value.replace(/\s/g, '').toLowerCase();
    const { status, body } = await submit('/api/v2/auth/login/mfa', { challenge_token: challenge, code });
    if (status === 200) {
      codeForm.hidden = true;
      await onLogIn();
    } else if (status === 401 && body.code === 'mfa_code_invalid') {
      outcome.textContent = 'The code is wrong, or was used before. Enter the next one.';
    } else if (status === 401) {
      outcome.textContent = 'The log-in took too long or had too many attempts. Log in again.';
      codeForm.hidden = true;
      form.hidden = false;
    } else outcome.textContent = codeRefusals[status] ?? failure;
  });
};
