import { expect } from 'chai';
import { successes } from '../mock/corpus.ts';
import { createExampleWorld, userAgent, type ExampleWorld } from '../mock/example-world.ts';
import { keyOf, requestFor } from '../mock/success-request.ts';
import { createAccount, createKey, createSession } from '../support/accounts.ts';
import { allAtOnce } from '../support/lock-holder.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { forEach, takes } from '../support/every-operation.ts';
import { bearer, send, type Sample, type Variation } from '../support/sample-request.ts';

// Every operation that changes or removes one resource, sent by several callers at once. Those who do not say what version
// they mean come one after the other, and each change begins with what the one before it left.

const WRITERS = 8;
const ofMethods = (...methods: string[]): DocumentedOperation[] =>
  documentedOperations.filter(({ method }) => methods.includes(method));
const times = (count: number, status: number): number[] => Array<number>(count).fill(status);

/** What callers are told whose resource is gone, where it is not 404. */
const gone: Readonly<Record<string, number>> = {
  // The credential goes with the account.
  'v2 updateMe': 401,
  'v2 deleteMe': 401,
  'v2 removeTotp': 409,
  // All but the own session are ended, however many those are.
  'v2 revokeMyOtherSessions': 204,
};
const goneStatusOf = (operation: DocumentedOperation): number => gone[keyOf(operation)] ?? 404;

interface Change {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

describe('v1 and v2, parallel writers of one resource', function () {
  this.timeout(60_000);
  // Without turns, as if each request had come to another process.
  // Jobs would wait for the tables that the test locks, and the test for theirs.
  const app = useApp({ app: { isWorking: false, engine: (options) => ({ ...options, turns: undefined }) } });

  /** A world in which the operation succeeds, its request, and how it is sent. */
  async function stage(operation: DocumentedOperation) {
    const { world: options, about = {} } = successes[keyOf(operation)]!;
    const world = await createExampleWorld(app, options);
    const request = await requestFor(app, operation, { world, about });
    return { world, request, ...(await credentialFor(operation, world)) };
  }

  /** Who sends the requests, by a credential that what they do does not end. */
  async function credentialFor({ written, path }: DocumentedOperation, { ids, session }: ExampleWorld) {
    const own = { user_id: ids['user_id']!, organization_id: ids['organization_id']! };
    const actor = written['x-role'] === 'operator' ? await createAccount(app, { is_operator: true }) : own;
    const isForSessions = written['x-problems']?.includes('session_required') === true;
    // The key of an organization goes with it, and the session of the world with itself.
    const { token } =
      path.includes('{session_id}') && isForSessions
        ? await createSession(app, own)
        : isForSessions || path.endsWith('/{organization_id}')
          ? session
          : await createKey(app, actor);
    return { actor: actor.user_id, headers: { ...bearer({ token }), 'user-agent': userAgent } };
  }

  /** Sends one request of each writer. */
  async function race(requestOf: (writer: number) => Sample, headers: Variation['headers'] = {}): Promise<number[]> {
    // That the credential was used is noted now, and not again within the minute.
    await send(app, { method: 'GET', target: '/api/v2/me', headers: {}, body: undefined }, { headers });
    const requests = Array.from({ length: WRITERS }, (_, writer) => () => send(app, requestOf(writer), { headers }));
    return (await allAtOnce(app.databaseUrl, requests)).map(({ status }) => status).sort();
  }

  const raceOf = (request: Sample, headers: Variation['headers']): Promise<number[]> =>
    race((writer) => asWriter(request, writer), headers);

  /** What the audit log tells of an operation of somebody, by versions. */
  const changesOf = ({ written }: DocumentedOperation, actor: string): Promise<Change[]> =>
    app.query<Change>(
      `SELECT before, after FROM audit_log
        WHERE action = $1 AND actor_id = $2 AND coalesce((after ->> 'version')::integer, 0) <> 1
        ORDER BY (after ->> 'version')::integer`,
      [written['x-audit'], actor],
    );

  describe('PATCH: all succeed, each upon the one before', () => {
    forEach(ofMethods('PATCH'), async (operation) => {
      const { actor, request, headers } = await stage(operation);
      expect(await raceOf(request, headers)).to.deep.equal(times(WRITERS, 200));
      const changes = await changesOf(operation, actor);
      // The role that somebody has changes nothing.
      expectChain(changes, request.body?.includes('"role"') === true ? changes.length : WRITERS);
      expect(changes).not.to.have.length(0);
    });
  });

  describe('PATCH of one version: one succeeds', () => {
    forEach(ofMethods('PATCH').filter(takes('If-Match')), async (operation) => {
      const { actor, request, headers } = await stage(operation);
      const { version } = (await (await send(app, request, { headers })).json()) as { version: number };
      const named = { ...headers, 'if-match': `"${version}"` };
      expect(await raceOf(request, named)).to.deep.equal([200, ...times(WRITERS - 1, 412)]);
      expectChain(await changesOf(operation, actor), 2);
    });
  });

  describe('PUT: all succeed', () => {
    forEach(ofMethods('PUT'), async (operation) => {
      const { request, headers } = await stage(operation);
      expect(await raceOf(request, headers)).to.deep.equal(times(WRITERS, 200));
    });
  });

  describe('DELETE: one succeeds', () => {
    forEach(ofMethods('DELETE'), async (operation) => {
      const { request, headers } = await stage(operation);
      const losers = times(WRITERS - 1, goneStatusOf(operation));
      expect(await raceOf(request, headers)).to.deep.equal([204, ...losers].sort());
    });
  });

  describe('PATCH and DELETE: who comes after the deletion finds nothing', () => {
    const removing = new Map(
      ofMethods('DELETE').map((operation) => [`${operation.version} ${operation.path}`, operation]),
    );
    const both = ofMethods('PATCH').filter(({ version, path }) => removing.has(`${version} ${path}`));
    forEach(both, async (operation) => {
      const removal = removing.get(`${operation.version} ${operation.path}`)!;
      const { world, request: removed, headers } = await stage(removal);
      const { about = {} } = successes[keyOf(operation)]!;
      const change = { ...(await requestFor(app, operation, { world, about })), target: removed.target };
      const statuses = await race((writer) => (writer % 2 === 0 ? asWriter(change, writer) : removed), headers);
      const lost = statuses.filter((status) => status === goneStatusOf(removal)).length;
      const changed = statuses.filter((status) => status === 200).length;
      expect(statuses).to.deep.equal([...times(changed, 200), 204, ...times(lost, goneStatusOf(removal))].sort());
      expect(changed).to.be.at.most(WRITERS / 2);
    });
  });
});

/** Versions without a gap, and no change that was overwritten unseen. */
function expectChain(changes: readonly Change[], length: number): void {
  expect(changes).to.have.length(length);
  for (const [index, { before, after }] of changes.entries()) {
    expect(after['version']).to.equal(Number(before['version']) + 1);
    if (index > 0) expect(before).to.deep.equal(changes[index - 1]!.after);
  }
}

/** The two roles that writers give who can say nothing else: a project's or an organization's. */
const rolesOf = (target: string): readonly string[] =>
  target.includes('/projects/') ? ['viewer', 'contributor'] : ['viewer', 'member'];

/** The request with a text of the writer's own or, where there is only a role, with another than the neighbour's. */
function asWriter(sample: Sample, writer: number): Sample {
  const { target } = sample;
  if (sample.body === undefined) return sample;
  const body = JSON.parse(sample.body) as Record<string, unknown>;
  const text = `Writer ${writer}`;
  if ('role' in body) body['role'] = rolesOf(target)[writer % 2];
  else if (/\/(?:tasks|errors)\/[^/]+$/.test(target)) body['title'] = text;
  else if ('days' in body) body['days'] = 30 + writer;
  else body['body' in body ? 'body' : 'name'] = text;
  return { ...sample, body: JSON.stringify(body) };
}
