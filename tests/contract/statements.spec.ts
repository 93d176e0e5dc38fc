import { expect } from 'chai';
import { newId } from '../../src/platform/ids.ts';
import { successes } from '../mock/corpus.ts';
import { createExampleWorld, userAgent } from '../mock/example-world.ts';
import { successOf } from '../mock/exchange.ts';
import { keyOf, requestFor } from '../mock/success-request.ts';
import { createAccount, createKey, createSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { forEach } from '../support/every-operation.ts';
import { bearer, send, type Sample } from '../support/sample-request.ts';
import { recordStatements, statementsOf } from '../support/statements.ts';
import { jobsIn, operationJobs } from './jobs.ts';
import { locksIn, operationLocks } from './locks.ts';
import { keptReads } from './kept-reads.ts';
import { statementCounts } from './statement-counts.ts';

/** Returns a read in the same organization whose response is not kept, after which the session is not read again. */
function readBefore({ target }: Sample): Sample {
  const [organization] = /^.*\/organizations\/[^/?]+/.exec(target) ?? [];
  const own = organization === undefined ? '/api/v2/auth/csrf-token' : `${organization}/invitations`;
  return { method: 'GET', target: own, headers: {}, body: undefined };
}

const locking = / FOR (?:NO KEY UPDATE|UPDATE)\b/i;
/** But for noting that a credential was used. */
const writing =
  /^(?:(?:UPDATE|DELETE FROM|INSERT INTO) (?!(?:sessions|api_keys) SET last_)|WITH .*\b(?:UPDATE|INSERT|DELETE)\b)/i;

/** Operations that change one row by a single statement, whose condition is all that they decide by. */
const atomic: readonly string[] = ['v1 deleteSession', 'v2 revokeMySession', 'v2 revokeSession'];

/** Operations on something that is there, whose decision others must not overtake. */
function changesOneRow(operation: DocumentedOperation): boolean {
  const isOfOne = operation.path.endsWith('}') || operation.path === '/api/v2/me';
  return ['PATCH', 'PUT', 'DELETE'].includes(operation.method) && isOfOne && !atomic.includes(keyOf(operation));
}

describe('statements per request: what each operation costs the database when it succeeds', () => {
  const app = useApp({ isVerified: false });
  before(recordStatements);

  for (const [file, entries] of [
    ['tests/contract/statement-counts.ts', statementCounts],
    ['tests/mock/corpus.ts', successes],
  ] as const) {
    it(`every operation stands in ${file}, and nothing else does`, () => {
      const [keys, operations] = [Object.keys(entries), documentedOperations.map(keyOf)];
      expect({
        missing: operations.filter((key) => !keys.includes(key)),
        unknown: keys.filter((key) => !operations.includes(key)),
      }).to.deep.equal({ missing: [], unknown: [] });
    });
  }

  forEach(documentedOperations, async (operation) => {
    const success = successes[keyOf(operation)];
    if (success === undefined) throw new Error(`add ${keyOf(operation)} to tests/mock/corpus.ts`);
    const { world: options, about = {}, query } = success;
    const world = await createExampleWorld(app, options);
    const request = await requestFor(app, operation, { world, about });
    const filter = query?.replace(
      /\{(\w+)\}/g,
      (_whole, name: string) => ({ email: world.email, ...world.ids })[name]!,
    );
    const credentials = operation.written.security?.length === 0 ? {} : bearer(world.session);
    const agent = { ...credentials, 'user-agent': userAgent };
    await send(app, readBefore(request), { headers: agent });
    const sendOnce = async () => {
      const id = newId();
      const headers = { ...agent, 'x-request-id': id };
      const response = await send(app, request, { headers, ...(filter === undefined ? {} : { query: filter }) });
      expect(response.status, await response.text()).to.equal(successOf(operation).status);
      return statementsOf(id);
    };
    const sent = await sendOnce();
    const statements = sent.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim());
    const shown = statements.map((text) => text.slice(0, 120)).join('\n');
    expect(statements.length, shown).to.equal(statementCounts[keyOf(operation)]);
    expect(jobsIn(sent)).to.deep.equal(operationJobs[keyOf(operation)] ?? []);
    expect(locksIn(statements), shown).to.deep.equal(operationLocks[keyOf(operation)] ?? []);
    if (operation.method === 'GET' && sent.length > 0) {
      const isKept = (await sendOnce()).length === 0;
      expect(isKept, 'a repetition reads nothing').to.equal(keptReads.includes(keyOf(operation)));
    }
    if (changesOneRow(operation)) {
      const written = statements.findIndex((text) => writing.test(text));
      const locks = statements.findIndex((text) => locking.test(text));
      const isLocked = locks !== -1 && (written === -1 || locks < written);
      expect(isLocked, `what is to be changed is read with a lock:\n${shown}`).to.equal(true);
    }
  });

  it('only operations that there are stand in tests/contract/locks.ts and jobs.ts', () => {
    const operations = documentedOperations.map(keyOf);
    const named = Object.keys({ ...operationLocks, ...operationJobs });
    expect(named.filter((key) => !operations.includes(key))).to.deep.equal([]);
  });

  it('ending sessions and keys costs the same for one and for many of them', async () => {
    const costs: (readonly number[])[] = [];
    for (const count of [1, 12]) {
      const operator = await createAccount(app, { is_operator: true });
      const user = await createAccount(app);
      const session = await createSession(app, user);
      for (let made = 0; made < count; made += 1) await createSession(app, user);
      const revoked = { method: 'DELETE', target: '/api/v2/me/sessions', headers: bearer(session), body: undefined };
      const revoking = await costOf(revoked);
      for (let made = 0; made < count; made += 1) await createKey(app, user);
      const target = `/api/v2/users/${user.user_id}`;
      costs.push([revoking, await costOf({ ...revoked, target, headers: bearer(operator) })]);
    }
    expect(costs[1]).to.deep.equal(costs[0]);
  });

  async function costOf(request: Sample): Promise<number> {
    const id = newId();
    const response = await send(app, request, { headers: { 'x-request-id': id } });
    expect(response.status).to.equal(204);
    return statementsOf(id).length;
  }
});
