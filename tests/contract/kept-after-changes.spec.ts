import { expect } from 'chai';
import { successes } from '../mock/corpus.ts';
import { createExampleWorld, userAgent, type ExampleWorld } from '../mock/example-world.ts';
import { successOf } from '../mock/exchange.ts';
import { idsAbout, keyOf, requestFor } from '../mock/success-request.ts';
import { createAccount, createSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { forEach, isUnsafe } from '../support/every-operation.ts';
import { bearer, fillPath, send } from '../support/sample-request.ts';
import { keptReads } from './kept-reads.ts';

const reads = documentedOperations.filter((operation) => keptReads.includes(keyOf(operation)));
const changes = documentedOperations.filter(isUnsafe);

type Ids = Readonly<Record<string, string>>;

/** The targets of all kept reads that are possible with the ids. */
function targetsOf(ids: Ids): readonly string[] {
  return reads.flatMap(({ path }) => {
    const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
    return names.every((name) => ids[name] !== undefined) ? [fillPath(path, ids)] : [];
  });
}

describe('kept responses and the operations that change what they show', function () {
  this.timeout(120_000);
  // It reads everything that is kept again when it is used, and fails the request if that is out of date.
  const app = useApp({});

  async function readAll(token: string, ids: Ids): Promise<ReadonlyMap<string, number>> {
    const statuses = new Map<string, number>();
    for (const target of targetsOf(ids)) {
      const sample = { method: 'GET', target, headers: { 'user-agent': userAgent }, body: undefined };
      const response = await send(app, sample, { headers: bearer({ token }) });
      expect(response.status, `${target}: ${await response.text()}`).to.be.below(500);
      statuses.set(target, response.status);
    }
    return statuses;
  }

  async function worldOf(operation: DocumentedOperation, more: object): Promise<ExampleWorld> {
    const success = successes[keyOf(operation)];
    if (success === undefined) throw new Error(`add ${keyOf(operation)} to tests/mock/corpus.ts`);
    return createExampleWorld(app, { ...success.world, ...more });
  }

  describe('every change is seen by every read', () => {
    forEach(changes, async (operation) => {
      const { about = {} } = successes[keyOf(operation)] ?? {};
      const world = await worldOf(operation, { isOperator: true });
      const ids = idsAbout(world.ids, about);
      const request = await requestFor(app, operation, { world, about });
      const before = await readAll(world.session.token, ids);
      expect([...before.values()].filter((status) => status === 200)).to.have.length.above(3);
      const credentials = operation.written.security?.length === 0 ? {} : bearer(world.session);
      const response = await send(app, request, { headers: { ...credentials, 'user-agent': userAgent } });
      expect(response.status, await response.text()).to.equal(successOf(operation).status);
      await readAll(world.session.token, ids);
    });
  });

  describe('nobody gets what was kept for somebody else', () => {
    forEach(reads, async (operation) => {
      const { about = {} } = successes[keyOf(operation)] ?? {};
      const world = await worldOf(operation, { isOperator: true });
      const { organization_id = '' } = world.ids;
      const target = fillPath(operation.path, idsAbout(world.ids, about));
      const read = async (token: string, headers: Readonly<Record<string, string>> = {}) => {
        const sample = { method: 'GET', target, headers: { 'user-agent': userAgent, ...headers }, body: undefined };
        const response = await send(app, sample, { headers: bearer({ token }) });
        return { status: response.status, text: await response.text() };
      };
      const kept = await read(world.session.token);
      expect(kept.status, kept.text).to.equal(200);
      expect(await read(world.session.token)).to.deep.equal(kept);
      const stranger = await createSession(app, await createAccount(app));
      const viewer = await createSession(app, await createAccount(app, { organization_id, role: 'viewer' }));
      const isNamed = operation.parameters.some(({ name }) => name === 'X-Organization-Id');
      for (const headers of isNamed ? [{}, { 'x-organization-id': organization_id }] : [{}]) {
        const foreign = await read(stranger.token, headers);
        expect(foreign.status, foreign.text).to.be.below(500);
        expect(foreign.text).not.to.equal(kept.text);
        if (operation.path.includes('{')) expect(foreign.status).to.equal(operation.id === 'getUser' ? 403 : 404);
        const seen = await read(viewer.token, headers);
        expect(seen.status, seen.text).to.be.below(500);
      }
    });
  });
});
