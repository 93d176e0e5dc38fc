import { expect } from 'chai';
import { clientsOf, createAccount, createKey, createMember, createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { bodyOf } from '../support/factories.ts';
import { givePassword, password, tokenIn } from '../support/passwords.ts';

// Whatever opens an account, in each of its forms, is held against whatever must end it.

const HOUR_MS = 3_600_000;
const next = 'copper meadow kettle 58';

/** Somebody in an organization of somebody else, with one credential. */
interface Holder {
  readonly account: Account;
  readonly owner: Account;
  readonly operator: Account;
  readonly credential_id: string;
  /** Whether the credential opens something. */
  readonly isOpen: () => Promise<boolean>;
}

type End = (holder: Holder) => Promise<unknown>;

describe('what ends a credential', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  afterEach(() => app.clock.reset());
  beforeEach(() => app.query('DELETE FROM login_throttles'));

  const opens = async (headers: Readonly<Record<string, string>>): Promise<boolean> =>
    (await checkedFetch(`${app.url}/api/v2/projects`, { headers })).status === 200;
  const bearer = (token: string) => () => opens({ authorization: `Bearer ${token}` });
  const inSixHours = (): Date => new Date(app.clock.now().getTime() + 6 * HOUR_MS);

  async function rotated(account: Account, api_key_id: string): Promise<string> {
    const params = { path: { api_key_id } };
    const url = '/api/v2/api-keys/{api_key_id}/rotation';
    return bodyOf(await account.v2.POST(url, { params, body: { expires_in: 'P7D' } })).token;
  }

  const keys = {
    'the secret of a key': async (account: Account) => {
      const key = await createKey(app, account, { expires_at: inSixHours() });
      return { credential_id: key.api_key_id, isOpen: bearer(key.token) };
    },
    'the new secret of a key that was rotated': async (account: Account) => {
      const key = await createKey(app, account, { expires_at: inSixHours() });
      return { credential_id: key.api_key_id, isOpen: bearer(await rotated(account, key.api_key_id)) };
    },
    'the old secret of a key, in its overlap': async (account: Account) => {
      const key = await createKey(app, account, { expires_at: inSixHours() });
      await rotated(account, key.api_key_id);
      return { credential_id: key.api_key_id, isOpen: bearer(key.token) };
    },
  };
  const sessions = {
    'the token of a session': async (account: Account) => {
      const { session_id, token } = await createSession(app, account);
      return { credential_id: session_id, isOpen: bearer(token) };
    },
    'the cookie of a session': async (account: Account) => {
      const { session_id, cookie } = await createSession(app, account);
      return { credential_id: session_id, isOpen: () => opens({ cookie }) };
    },
    'the token of a session that was rotated': async (account: Account) => {
      const { token } = await createSession(app, account);
      const start = bodyOf(await clientsOf(app, token).v2.POST('/api/v2/auth/rotation'));
      return { credential_id: start.session.id, isOpen: bearer(start.token) };
    },
  };

  const everyEnd = {
    'the account is deactivated': ({ operator, account: { user_id } }) =>
      operator.v2.PATCH('/api/v2/users/{user_id}', { params: { path: { user_id } }, body: { deactivated: true } }),
    'the account is deactivated behind its back': ({ account }) =>
      app.query('UPDATE users SET deactivated_at = $2 WHERE id = $1', [account.user_id, app.clock.now()]),
    'the account is deleted': ({ operator, account: { user_id } }) =>
      operator.v2.DELETE('/api/v2/users/{user_id}', { params: { path: { user_id } } }),
    'the user is removed from the organization': ({ owner, account: { organization_id, user_id } }) =>
      owner.v2.DELETE('/api/v2/organizations/{organization_id}/members/{user_id}', {
        params: { path: { organization_id, user_id } },
      }),
    'the organization is deleted': ({ owner: { v2, organization_id } }) =>
      v2.DELETE('/api/v2/organizations/{organization_id}', { params: { path: { organization_id } } }),
  } satisfies Record<string, End>;

  const reset = (more: object): End => {
    return async ({ account: { email } }) => {
      await app.v2.POST('/api/v2/auth/password-reset', { body: { email } });
      const token = tokenIn((await app.mail.next(email)).text);
      const body = { token, password: next, ...more };
      await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body });
    };
  };
  const change = (more: object): End => {
    return async ({ account }) => {
      const { token } = await createSession(app, account);
      const body = { current_password: password, new_password: next, ...more };
      await clientsOf(app, token).v2.POST('/api/v2/auth/password', { body });
    };
  };
  const keyEnds: Readonly<Record<string, End>> = {
    ...everyEnd,
    'its time is over': async () => app.clock.advance(6 * HOUR_MS),
    'it is deleted': ({ account, credential_id: api_key_id }) =>
      account.v2.DELETE('/api/v2/api-keys/{api_key_id}', { params: { path: { api_key_id } } }),
    'an administrator deletes it': ({ owner, credential_id: api_key_id }) =>
      owner.v2.DELETE('/api/v2/api-keys/{api_key_id}', { params: { path: { api_key_id } } }),
    'the password is reset, and the keys are to end': reset({ revoke_api_keys: true }),
    'the password is changed, and the keys are to end': change({ revoke_api_keys: true }),
  };
  const sessionEnds: Readonly<Record<string, End>> = {
    ...everyEnd,
    'it is not used for twelve hours': async () => app.clock.advance(12 * HOUR_MS),
    'thirty days are over': async ({ credential_id }) => {
      app.clock.advance(30 * 24 * HOUR_MS);
      const now = app.clock.now();
      await app.query('UPDATE sessions SET last_active_at = $2 WHERE id = $1', [credential_id, now]);
    },
    'it is ended from another session': async ({ account, credential_id: session_id }) => {
      const { v2 } = clientsOf(app, (await createSession(app, account)).token);
      await v2.DELETE('/api/v2/me/sessions/{session_id}', { params: { path: { session_id } } });
    },
    'all others are ended from another session': async ({ account }) =>
      clientsOf(app, (await createSession(app, account)).token).v2.DELETE('/api/v2/me/sessions'),
    'an operator ends it': ({ operator, credential_id: session_id }) =>
      operator.v2.DELETE('/api/v2/sessions/{session_id}', { params: { path: { session_id } } }),
    'the password is reset': reset({}),
    'the password is changed from another session': change({}),
  };

  const families = [
    [keys, keyEnds],
    [sessions, sessionEnds],
  ] as const;
  for (const [forms, ends] of families) {
    for (const [form, make] of Object.entries(forms)) {
      describe(form, () => {
        for (const [how, end] of Object.entries(ends)) {
          it(`opens nothing once ${how}`, async () => {
            const [owner, operator] = [await createAccount(app), await createAccount(app, { is_operator: true })];
            const account = await createMember(app, owner);
            await givePassword(app, account);
            const holder: Holder = { account, owner, operator, ...(await make(account)) };
            expect(await holder.isOpen(), 'before').to.equal(true);
            await end(holder);
            expect(await holder.isOpen(), 'after').to.equal(false);
          });
        }
      });
    }
  }
});
