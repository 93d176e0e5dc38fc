// Written by `make generate`; do not edit.

/** Name of a secret -> null, or the pattern of the secret if the name has other values too. */
export const secretNames: Readonly<Record<string, string | null>> = {
  '__Host-architect_session': null,
  architect_session: null,
  authorization: null,
  challenge_token: null,
  code: '(?:^([0-9]{6}|[a-z2-7]{5}-[a-z2-7]{5})$)|(?:^[0-9]{6}$)',
  cookie: null,
  csrf_token: null,
  current_password: null,
  new_password: null,
  otpauth_uri: null,
  password: null,
  'proxy-authorization': null,
  recovery_codes: null,
  secret: null,
  'set-cookie': null,
  token: null,
  'x-csrf-token': null,
};

/** Resource type -> the names of its fields with personal data. */
export const personalFields: Readonly<Record<string, readonly string[]>> = {
  invitation: ['email'],
  member: ['email', 'name'],
  session: ['address', 'user_agent'],
  user: ['email', 'name'],
};
