import { expect } from 'chai';
import { clientsOf, createAccount, type Account } from '../support/accounts.ts';
import { useApp, type TestApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf, createComment, createProject, createTask, recordEvent, reportError } from '../support/factories.ts';
import { createInvitation, inviteElsewhere } from '../support/invitations.ts';
import { newAddress, password, sessionOf, tokenIn } from '../support/passwords.ts';
import { turnOn } from '../support/second-factor.ts';

// Asked of the catalogue, so that a table which is added later is looked at, too.

const name = 'Ottoline Vesterquist';
const userAgent = 'Ottoline-Mobile/7.1';

/** Where what is left of somebody may name them: what they did stays, by an id that leads nowhere. */
const tracesOf: readonly string[] = ['audit_log', 'events'];

interface Somebody extends Pick<Account, 'user_id' | 'organization_id' | 'v2'> {
  readonly email: string;
}

/** Somebody who has done all by which something of a person is kept. */
async function live(app: TestApp): Promise<Somebody> {
  const email = newAddress();
  const register = () => app.v2.POST('/api/v2/auth/register', { body: { email, name, password } });
  await register();
  const token = tokenIn((await app.mail.next(email)).text);
  const ids = bodyOf(await app.v2.POST('/api/v2/auth/email-verification', { body: { token } }));
  await app.v2.POST('/api/v2/auth/login', { body: { email, password: 'not the password 17' } });
  const response = await checkedFetch(`${app.url}/api/v2/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': userAgent },
    body: JSON.stringify({ email, password }),
  });
  const session = sessionOf((await response.json()) as never);
  const { v2 } = clientsOf(app, session.token);
  const somebody = { ...ids, email, v2 };
  const project = await createProject(somebody);
  await createComment(somebody, await createTask(somebody, project, { assignee_id: ids.user_id }));
  bodyOf(await v2.PATCH('/api/v2/me', { body: { name: `${name} the Second` } }));
  const once = { params: { header: { 'Idempotency-Key': 'once' } } };
  const key = bodyOf(await v2.POST('/api/v2/api-keys', { ...once, body: { name: 'Hers', scopes: ['tasks:read'] } }));
  bodyOf(await clientsOf(app, key.token).v2.GET('/api/v2/tasks'));
  bodyOf(await v2.POST('/api/v2/auth/password-reset', { body: { email } }));
  await createInvitation(await createAccount(app), { email });
  await inviteElsewhere(app, somebody);
  await appearInReports(app, somebody);
  return somebody;
}

/** Another organization, to which they belong, has their data in what its programs report, and an error of theirs. */
async function appearInReports(app: TestApp, { user_id, email }: Somebody): Promise<void> {
  const host = await createAccount(app);
  await app.query(
    `INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
     VALUES ($1, $2, 'member', $3, $3)`,
    [host.organization_id, user_id, app.clock.now()],
  );
  const project = await createProject(host);
  const about = { project_id: project.id, user_id, subject: name, extensions: { account: email } };
  await recordEvent(host, { ...about, data: { email, program: userAgent } });
  const said = {
    request: { method: 'GET', url: `https://shop.example/accounts/${user_id}` },
    context: { account: { id: user_id, name, program: userAgent } },
    breadcrumbs: [{ message: `signed in as ${name}`, data: { account: user_id } }],
  };
  const { error_id } = await reportError(host, project, {
    ...{ type: 'PersonalError', ...said, tags: { account: user_id, customer: name } },
    user: { id: user_id, email, name, address: '192.0.2.7' },
  });
  await reportError(host, project, { type: 'PersonalError', ...said, tags: { account: user_id } });
  await reportError(host, project, { type: 'PersonalError', ...said, user: { email: email.toUpperCase() } });
  await reportError(host, project, { type: 'PersonalError', ...said, tags: { address: email } });
  const params = { path: { error_id } };
  bodyOf(await host.v2.PATCH('/api/v2/errors/{error_id}', { params, body: { assignee_id: user_id } }));
}

/**
 * The tables in which a row says one of the texts, anywhere in it. The organization that a registration opens is called
 * after its owner; that name is the organization's.
 */
async function tablesThatSay(app: TestApp, texts: readonly string[]): Promise<string[]> {
  const tables = await app.query<{ place: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS place FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { place } of tables) {
    const patterns = texts.map((text) => `%${text}%`);
    const rows = await app.query(
      `SELECT 1 FROM ${place} AS t WHERE replace(to_jsonb(t)::text, $2, '') ILIKE ANY ($1) LIMIT 1`,
      [patterns, `${name}'s organization`],
    );
    if (rows.length > 0) found.push(place.replace(/^public\./, ''));
  }
  return found;
}

describe('what is left of a deleted user', function () {
  this.timeout(60_000);
  // One of its own: it reads whole tables.
  const app = useApp({});

  for (const [how, end] of Object.entries({
    'who deletes the account': async (proven: string) =>
      (await clientsOf(app, proven).v2.DELETE('/api/v2/me')).response.status,
    'whom an operator deletes': async (_proven: string, user_id: string) => {
      const operator = await createAccount(app, { is_operator: true });
      return (await operator.v2.DELETE('/api/v2/users/{user_id}', { params: { path: { user_id } } })).response.status;
    },
  })) {
    describe(how, () => {
      let somebody: Somebody;
      let lived: string[];
      before(async () => {
        somebody = await live(app);
        const { proven } = await turnOn(app, somebody);
        // Uses are counted in memory, and written every five seconds.
        lived = await eventually(async () => {
          const named = await tablesThatSay(app, [somebody.email, name, userAgent, somebody.user_id]);
          expect(named).to.include.members(['operation_usage', 'key_usage']);
          return named;
        }, 15_000);
        expect(await end(proven, somebody.user_id)).to.equal(204);
      });

      it('no table says the name, the address or the program', async () => {
        expect(lived).to.include.members([
          'users',
          'sessions',
          'events',
          'invitations',
          'account_mails',
          'invitation_mails',
          'reported_events',
          'error_occurrences',
        ]);
        expect(await tablesThatSay(app, [somebody.email, name, userAgent])).to.deep.equal([]);
      });

      it('only what tells of what happened has the id', async () => {
        expect(lived).to.include.members([
          'api_keys',
          'idempotency_keys',
          'operation_usage',
          'key_usage',
          'totp_factors',
          'comments',
          'reported_events',
          'error_groups',
          'error_occurrences',
          'error_facets',
        ]);
        // The outbox names what caches must forget, until the relay has handed it over.
        await eventually(async () => {
          expect(await tablesThatSay(app, [somebody.user_id])).to.have.members(tracesOf);
        }, 15_000);
      });
    });
  }
});
