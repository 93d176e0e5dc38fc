import { expect } from 'chai';
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { expectError, forEach, isUnsafe, violationsOf } from '../support/every-operation.ts';
import { prepare } from '../support/preparations.ts';
import { bearer, sampleRequest, send, unique, type Sample } from '../support/sample-request.ts';
import { createWorld, type World } from '../support/world.ts';

/** A sample; tests/unit/contract/request/precondition-headers.spec.ts has the others. */
const malformed = ['', 'abc', '"a" "b"', '*, "a"'];

describe('every operation: If-Match and If-None-Match', () => {
  const app = useApp();

  async function expectMalformed(sample: Sample, headers: Readonly<Record<string, string>>): Promise<void> {
    for (const name of ['If-Match', 'If-None-Match']) {
      for (const value of malformed) {
        const response = await send(app, sample, { headers: { ...headers, [name]: value } });
        const violations = violationsOf(await expectError(response, 400, 'validation_failed'));
        const places = new Set(
          violations.map((violation) => `${String(violation['in'])} ${String(violation['parameter'])}`),
        );
        expect([...places], `${name}: ${value}`).to.deep.equal([`header ${name}`]);
      }
    }
  }

  describe('of reads', () => {
    let world: World;

    before(async () => {
      world = await createWorld(app);
    });

    forEach(
      documentedOperations.filter(({ method }) => method === 'GET'),
      async (operation) => {
        const sample = sampleRequest(operation, world.ids);
        const request = (method: string, conditions: Readonly<Record<string, string>>): Promise<Response> =>
          send(app, { ...sample, method }, { headers: { ...bearer(world.session), ...conditions } });
        const { headers } = await request('GET', {});
        const etag = headers.get('etag');
        const cases: [conditions: Readonly<Record<string, string>>, status: number][] = [
          [{ 'If-Match': '*' }, 200],
          [{ 'If-Match': '"other"' }, 412],
          [{ 'If-Match': 'W/"other", "third"' }, 412],
          [{ 'If-None-Match': '*' }, 304],
          [{ 'If-None-Match': '"other"' }, 200],
          [{ 'If-Match': '*', 'If-None-Match': '*' }, 304],
          [{ 'If-Match': '"other"', 'If-None-Match': '*' }, 412],
          ...(etag === null
            ? []
            : ([
                [{ 'If-None-Match': etag }, 304],
                [{ 'If-None-Match': `W/${etag}` }, 304],
                [{ 'If-None-Match': `"a,b", ,${etag},` }, 304],
                [{ 'If-Match': etag }, 200],
                [{ 'If-Match': `"a,b",${etag}` }, 200],
                [{ 'If-Match': `W/${etag}` }, 412],
                [{ 'If-Match': etag, 'If-None-Match': etag }, 304],
              ] satisfies typeof cases)),
        ];
        for (const method of ['GET', 'HEAD']) {
          for (const [conditions, status] of cases) {
            const response = await request(method, conditions);
            expect(response.status, `${method} ${JSON.stringify(conditions)}`).to.equal(status);
            if (status !== 304) continue;
            expect(await response.text()).to.equal('');
            expect(response.headers.get('etag')).to.equal(etag);
            expect(response.headers.get('content-type')).to.equal(null);
            expect(response.headers.get('cache-control')).to.equal(headers.get('cache-control'));
          }
        }
        await expectMalformed(sample, bearer(world.session));
      },
    );
  });

  describe('of changes', () => {
    const reads = new Set(documentedOperations.filter(({ method }) => method === 'GET').map(({ path }) => path));
    /** What is changed or removed is there; a POST acts on what its path names, where that can be read. */
    const isThere = ({ method, path, id }: DocumentedOperation): boolean =>
      method !== 'POST' || reads.has(path) || id === 'transitionTask';

    forEach(documentedOperations.filter(isUnsafe), async (operation) => {
      const owner = await createAccount(app, { is_operator: true });
      const { ids, session } = await createWorld(app, owner);
      const prepared = await prepare(app, operation, owner);
      const sample = unique(sampleRequest(operation, { ...ids, session_id: session.session_id, ...prepared }));
      const isPublic = operation.written['x-role'] === 'anonymous';
      const headers = isPublic ? {} : bearer(session);
      const traces = async (): Promise<unknown> => {
        const [row] = await app.query('SELECT count(*) FROM audit_log WHERE actor_id = $1', [owner.user_id]);
        return row;
      };
      // The last owner stays.
      if (operation.id === 'deleteMe')
        await app.query(`UPDATE organization_members SET role = 'viewer' WHERE user_id = $1`, [owner.user_id]);
      const before = await traces();
      await expectMalformed(sample, headers);
      const failing = [
        { 'If-Match': '"other"' },
        { 'If-Match': 'W/"1"' },
        isThere(operation) ? { 'If-None-Match': '*' } : { 'If-Match': '*' },
      ];
      for (const conditions of failing) {
        const response = await send(app, sample, { headers: { ...headers, ...conditions } });
        // What fails without a condition fails as it would (RFC 9110, 13.2.1): no mail has brought this one its token.
        if (operation.id === 'verifyEmail') await expectError(response, 409, 'token_invalid');
        else await expectError(response, 412, 'precondition_failed');
      }
      expect(await traces()).to.deep.equal(before);
      if (isPublic) return;
      const holding = isThere(operation) ? { 'If-Match': '*' } : { 'If-None-Match': '*' };
      const done = await send(app, sample, { headers: { ...headers, ...holding, 'If-None-Match': '"other"' } });
      expect(done.status, await done.clone().text()).to.be.within(200, 299);
    });
  });
});
