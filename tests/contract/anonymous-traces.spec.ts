import { expect } from 'chai';
import { createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { betweenSchedules, createBystanders, rowsAround } from '../support/bystanders.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { eventually } from '../support/eventually.ts';
import { createAccountWithPassword, newAddress, password, tokenIn } from '../support/passwords.ts';
import { codeOf, turnOn } from '../support/second-factor.ts';
import { changesOf } from '../support/traces.ts';
import { createWorld } from '../support/world.ts';

// As every-operation.traces.spec.ts, for operations that take no credential: the actor is whom the request is about, or
// unknown where it proves nothing. What a job does in a request's name is filed under the request, at its time.

interface Result {
  readonly response: Response;
  readonly data?: object | undefined;
}
interface Expected {
  readonly request: () => Promise<Result>;
  readonly audit: readonly string[];
  readonly events: readonly string[];
  /** Whether the request proves who makes it. */
  readonly isProven: boolean;
  /** Where the audit rows and events belong: the installation, or the user's organization. */
  readonly organization_id: string | null | undefined;
  /** The address whose link expires when the response says. */
  readonly linkOf?: string;
}

describe('v2, operations without a credential: what their changes leave behind', () => {
  const app = useApp();
  const post = (path: string, body: object): Promise<Result> => app.v2.POST(path as never, { body } as never);
  const next = 'copper meadow kettle 58';
  /** Ids of others, whose rows no request changes. */
  let others: readonly string[];

  before(async () => {
    const bystanders = await createBystanders(app, await createWorld(app), await createWorld(app));
    others = Object.values(bystanders).flat() as string[];
  });

  async function register(): Promise<string> {
    const email = newAddress();
    await post('/api/v2/auth/register', { email, name: 'Ada', password });
    return email;
  }

  async function mailedTo(account: Account): Promise<string> {
    await post('/api/v2/auth/password-reset', { email: account.email });
    return tokenIn((await app.mail.next(account.email)).text);
  }

  const workspace = {
    audit: ['organization.create', 'project.create', 'task.create', 'task.create', 'task.create'],
    events: ['organization.created', 'member.added', 'project.created', 'task.created', 'task.created', 'task.created'],
  };

  const operations: Readonly<Record<string, () => Promise<Expected>>> = {
    registerUser: async () => {
      const email = newAddress();
      const request = () => post('/api/v2/auth/register', { email, name: 'Ada', password });
      const traces = { audit: ['user.register'], events: ['user.registered'] };
      return { request, ...traces, isProven: true, organization_id: null, linkOf: email };
    },
    verifyEmail: async () => {
      const email = await register();
      const token = tokenIn((await app.mail.next(email)).text);
      return {
        request: () => post('/api/v2/auth/email-verification', { token }),
        audit: [...workspace.audit, 'user.verify'],
        events: [...workspace.events, 'user.verified'],
        isProven: true,
        organization_id: undefined,
      };
    },
    resendVerification: async () => {
      const email = await register();
      await app.mail.next(email);
      await app.query('DELETE FROM account_mails WHERE email = $1', [email]);
      const request = () => post('/api/v2/auth/email-verification/resend', { email });
      const traces = { audit: ['user.resend_verification'], events: [] };
      return { request, ...traces, isProven: false, organization_id: null, linkOf: email };
    },
    requestPasswordReset: async () => {
      const { email, organization_id } = await createAccountWithPassword(app);
      const request = () => post('/api/v2/auth/password-reset', { email });
      const traces = { audit: ['password.request_reset'], events: [] };
      return { request, ...traces, isProven: false, organization_id, linkOf: email };
    },
    resetPassword: async () => {
      const account = await createAccountWithPassword(app);
      await createSession(app, account);
      const token = await mailedTo(account);
      const body = { token, password: next, revoke_api_keys: true };
      return {
        request: () => post('/api/v2/auth/password-reset/confirmation', body),
        audit: ['password.reset', 'session.revoke', 'api_key.delete'],
        events: ['session.revoked', 'api_key.deleted'],
        isProven: true,
        organization_id: account.organization_id,
      };
    },
    logIn: async () => {
      const { email, organization_id } = await createAccountWithPassword(app);
      const request = () => post('/api/v2/auth/login', { email, password });
      return { request, audit: ['session.create'], events: ['session.created'], isProven: true, organization_id };
    },
    completeMfaLogIn: async () => {
      const account = await createAccountWithPassword(app);
      const { organization_id, email } = account;
      const code = codeOf((await turnOn(app, account)).secret, app.clock.now());
      const { data } = await app.v2.POST('/api/v2/auth/login', { body: { email, password } });
      if (data?.kind !== 'mfa_challenge') throw new Error('the log-in asked for no second factor');
      const { challenge_token } = data;
      const request = () => post('/api/v2/auth/login/mfa', { challenge_token, code });
      return { request, audit: ['session.create'], events: ['session.created'], isProven: true, organization_id };
    },
  };

  it('are all here', () => {
    const audited = documentedOperations.filter(
      ({ version, written }) =>
        version === 'v2' && (written.security ?? []).length === 0 && (written['x-audit'] ?? 'none') !== 'none',
    );
    // Programs report with a public key; the specs of reporting keys hold what that leaves behind.
    const reporting = ['receiveEnvelope', 'receiveStoredEvent'];
    expect(audited.map(({ id }) => id).filter((id) => !reporting.includes(id))).to.have.members(
      Object.keys(operations),
    );
  });

  for (const [id, prepare] of Object.entries(operations)) {
    it(id, async function () {
      this.timeout(60_000);
      const expected = await prepare();
      await betweenSchedules(app);
      const { result, before, after } = await rowsAround(app, others, async () => {
        const { response, data } = await expected.request();
        expect(response.ok).to.equal(true);
        const changes = await eventually(async () => {
          const found = await changesOf(app, response.headers.get('x-request-id')!);
          expect(found.audit.map(({ action }) => action)).to.deep.equal(expected.audit);
          return found;
        });
        return { ...changes, data };
      });
      expect(after).to.deep.equal(before);
      const { audit, events, data } = result;
      expect(events.map(({ type }) => type)).to.deep.equal(expected.events);

      const last = audit.at(-1)!;
      const user_id = expected.isProven ? last.actor_id : null;
      expect(user_id === null).to.equal(!expected.isProven);
      const actor_type = expected.isProven ? 'user' : 'anonymous';
      const actor = { actor_type, actor_id: user_id, credential_id: null, credential_type: null };
      for (const row of audit) expect(row, row.action).to.include(actor);
      for (const event of events) expect(event, event.type).to.include({ user_id });
      expect(new Set([...audit, ...events].map(({ at }) => at)).size, 'one time').to.equal(1);

      const { organization_id = last.organization_id } = expected;
      if (expected.organization_id === undefined) expect(organization_id).not.to.equal(null);
      expect(new Set([...audit, ...events].map((one) => one.organization_id))).to.deep.equal(
        new Set([organization_id]),
      );
      if (expected.linkOf === undefined) return;
      const links = await app.query<{ expires_at: Date }>(
        'SELECT t.expires_at FROM one_time_tokens t JOIN users u ON u.id = t.user_id WHERE u.email = $1 ORDER BY 1 DESC',
        [expected.linkOf],
      );
      expect(links[0]!.expires_at.toISOString()).to.equal((data as { expires_at: string }).expires_at);
    });
  }
});
