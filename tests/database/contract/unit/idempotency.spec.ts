import { expect } from 'chai';
import { fingerprintOf, sweepResponses } from '../../../../src/contract/unit/idempotency.ts';
import type { AnyHandler, AnyResponse, EngineOptions, ResponseCipher } from '../../../../src/contract/options.ts';
import { AppError } from '../../../../src/problems/app-error.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';
import type { AnonymousUnit } from '../../../../src/platform/unit.ts';
import { createScratchDatabase, type ScratchDatabase } from '../../../support/database.ts';
import { createManualClock } from '../../../support/clock.ts';
import { eventually } from '../../../support/eventually.ts';
import {
  noteRow,
  security,
  serveEngine,
  workingHandlers,
  type GivenResponse,
  type ServedEngine,
} from '../../../support/engine/served-engine.ts';

// Against real PostgreSQL: an effect is a row in a table of the test's own, written in the unit of work.

const success: AnyResponse = { status: 201, body: noteRow, headers: { etag: '"3"', location: '/api/v2/notes/1' } };
/** Recognisable in the database, and reversible. */
const cipher: ResponseCipher = {
  seal: (plain) => Buffer.concat([Buffer.from('sealed:'), Buffer.from(plain.toString('base64'))]),
  open: (sealed) => Buffer.from(sealed.subarray(7).toString(), 'base64'),
};

describe('idempotency keys', function () {
  this.timeout(60_000);
  let scratch: ScratchDatabase;
  let database: Database;
  let served: ServedEngine;
  let key = 0;
  let behave: (unit: AnonymousUnit) => Promise<AnyResponse>;
  const clock = createManualClock();

  async function serve(overrides: Partial<EngineOptions> = {}, handlers = {}): Promise<ServedEngine> {
    const act: AnyHandler = async (_request, unit) => {
      await unit.db.query({ name: 'test_effect', text: 'INSERT INTO effects DEFAULT VALUES' }, []);
      return behave(unit);
    };
    const all = { ...workingHandlers, createNote: act, importNotes: act, ...handlers };
    return serveEngine(all, { db: database.db, clock, cipher, ...overrides });
  }

  before(async () => {
    scratch = await createScratchDatabase();
    database = await openDatabase({ url: scratch.url, poolMax: 10 });
    await database.db.knex.raw('CREATE TABLE effects (id bigint GENERATED ALWAYS AS IDENTITY)');
    served = await serve();
  });
  beforeEach(async () => {
    key += 1;
    behave = async () => success;
    await database.db.knex('effects').del();
  });
  after(async () => {
    await served.close();
    await database.close();
    await scratch.drop();
  });

  const effects = async (): Promise<number> => Number((await database.db.knex('effects').count())[0]?.['count']);
  const stored = () => database.db.knex('idempotency_keys').where({ key: `key-${key}` });
  const post = (
    init: { body?: string; token?: string; path?: string; engine?: ServedEngine } = {},
  ): Promise<GivenResponse> =>
    (init.engine ?? served).request('POST', init.path ?? '/api/v2/notes', {
      headers: {
        authorization: `Bearer ${init.token ?? 'admin'}`,
        'content-type': 'application/json',
        'idempotency-key': `key-${key}`,
      },
      body: init.body ?? '{"text":"a"}',
    });

  it('replays the stored response of the same request: status, headers and body', async () => {
    const first = await post();
    const second = await post();
    expect([first.status, second.status, second.text]).to.deep.equal([201, 201, first.text]);
    for (const name of ['etag', 'location', 'content-type', 'cache-control']) {
      expect(second.headers.get(name)).to.equal(first.headers.get(name));
    }
    expect([first, second].map(({ headers }) => headers.get('idempotency-replayed'))).to.deep.equal([null, 'true']);
    expect(await effects()).to.equal(1);
  });

  it('refuses the key for another body', async () => {
    await post();
    const others = [await post({ body: '{"text":"b"}' }), await post({ body: '{"text":"a" }' })];
    expect(others.map(({ status, code }) => [status, code])).to.deep.equal(
      Array(2).fill([409, 'idempotency_key_reused']),
    );
    expect(await effects()).to.equal(1);
  });

  it('takes everything that changes the meaning for another request', () => {
    const parts = {
      method: 'POST',
      url: '/a?b=1',
      organization_id: 'o',
      scopes: ['a:read', 'a:write'],
      contentType: 'application/json',
      body: Buffer.from('{}'),
    };
    const others = [
      { ...parts, method: 'PUT' },
      { ...parts, url: '/a?b=2' },
      { ...parts, organization_id: 'p' },
      { ...parts, scopes: ['a:read'] },
      { ...parts, contentType: 'text/plain' },
      { ...parts, body: Buffer.from('{ }') },
    ];
    const prints = [parts, ...others].map((it) => fingerprintOf(it).toString('hex'));
    expect(new Set(prints).size).to.equal(7);
    expect(fingerprintOf({ ...parts })).to.deep.equal(fingerprintOf(parts));
  });

  for (const part of ['user_id', 'credential_id']) {
    it(`keeps keys apart by ${part}`, async () => {
      const bearerAuth: EngineOptions['security'][string] = async (credential) => {
        const actor = await security['bearerAuth']?.(credential);
        return actor && { ...actor, [part]: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0101' };
      };
      const other = await serve({ security: { ...security, bearerAuth } });
      const results = [await post(), await post({ engine: other })];
      expect(results.map(({ headers }) => headers.get('idempotency-replayed'))).to.deep.equal([null, null]);
      expect(await effects()).to.equal(2);
      expect((await stored()).map((row: { operation: string }) => row.operation.split(' ')[0])).to.deep.equal(
        Array(2).fill('v2.createNote'),
      );
      await other.close();
    });
  }

  it('makes one effect of a hundred parallel duplicates', async () => {
    const refused: GivenResponse[] = [];
    behave = async () => {
      // One is at work until all others have been answered.
      await eventually(async () => expect(refused).to.have.length(99));
      return success;
    };
    const duplicate = async (): Promise<GivenResponse> => {
      const result = await post();
      if (result.status === 409) refused.push(result);
      return result;
    };
    const results = await Promise.all(Array.from({ length: 100 }, duplicate));
    expect(await effects()).to.equal(1);
    const done = results.filter((it) => it.status === 201);
    expect(done.map(({ headers }) => headers.get('idempotency-replayed'))).to.deep.equal([null]);
    for (const { code, headers } of refused) {
      expect([code, headers.get('retry-after')]).to.deep.equal(['idempotency_in_progress', '1']);
    }
    expect((await post()).headers.get('idempotency-replayed')).to.equal('true');
    expect(database.stats().active).to.equal(0);
  });

  describe('of a request that fails', () => {
    const failures: readonly [name: string, behave: () => Promise<AnyResponse>, status: number][] = [
      ['by a rule', async () => Promise.reject(new AppError('conflict', 409)), 409],
      ['by a fault', async () => Promise.reject(new Error('a bug')), 500],
      ['with a response that breaks the contract', async () => ({ ...success, body: { ...noteRow, extra: 1 } }), 500],
      ['with a declared failure', async () => ({ status: 404, body: undefined }), 404],
    ];
    for (const path of ['/api/v2/notes', '/api/v2/notes/import']) {
      for (const [name, fail, status] of failures) {
        it(`${name} are free again at ${path}`, async () => {
          const isImport = path.endsWith('import');
          const text = { 'content-type': isImport ? 'application/x-ndjson' : 'application/json' };
          const headers = { authorization: 'Bearer admin', 'idempotency-key': `key-${key}`, ...text };
          const send = () => served.request('POST', path, { headers, body: '{"text":"a"}' });
          behave = isImport && status === 404 ? async () => ({ status: 409, body: undefined }) : fail;
          expect((await send()).status).to.equal(isImport && status === 404 ? 409 : status);
          expect(await stored()).to.deep.equal([]);
          behave = async () => (isImport ? { status: 202, body: undefined } : success);
          const again = await send();
          expect([again.status, again.headers.get('idempotency-replayed')]).to.deep.equal([isImport ? 202 : 201, null]);
        });
      }
    }
    it('leave no effect behind where the engine owns the transaction', async () => {
      for (const [, fail] of failures) {
        behave = fail;
        await post();
      }
      expect(await effects()).to.equal(0);
    });
  });

  describe('of an operation without a transaction', () => {
    const send = (engine = served): Promise<GivenResponse> =>
      engine.request('POST', '/api/v2/notes/import', {
        headers: {
          authorization: 'Bearer admin',
          'content-type': 'application/x-ndjson',
          'idempotency-key': `key-${key}`,
        },
        body: '{}',
      });

    it('replay too', async () => {
      behave = async () => ({ status: 202, body: undefined });
      await send();
      const second = await send();
      expect([second.status, second.headers.get('idempotency-replayed'), await effects()]).to.deep.equal([
        202,
        'true',
        1,
      ]);
    });
    it('are taken while it runs, without holding a connection', async () => {
      let release = (): void => undefined;
      const entered = new Promise<void>((resolve) => {
        behave = async () => {
          resolve();
          await new Promise<void>((go) => (release = go));
          return { status: 202, body: undefined };
        };
      });
      const first = send();
      await entered;
      expect((await send()).code).to.equal('idempotency_in_progress');
      expect(database.stats().active).to.equal(0);
      release();
      expect((await first).status).to.equal(202);
    });
    it('are free again when the lease of a dead process has run out', async () => {
      behave = async () => ({ status: 202, body: undefined });
      await send();
      await database.db
        .knex('idempotency_keys')
        .where({ key: `key-${key}` })
        .update({ status: 0, body: null, headers: '{}' });
      expect((await send()).code).to.equal('idempotency_in_progress');
      clock.advance(10 * 60_000);
      expect((await send()).status).to.equal(202);
      expect(await effects()).to.equal(2);
    });
  });

  it('store a sensitive response sealed, headers and body, and open it for the replay', async () => {
    const { compileDocument } = await import('../../../support/contract/compile-document.ts');
    const { smallContract } = await import('../../../support/engine/small-contract.ts');
    const { operations } = await compileDocument(smallContract);
    const sensitive = await serve({ operations: operations.map((it) => ({ ...it, hasSensitiveResponse: true })) });
    const first = await post({ engine: sensitive });
    const [row] = (await stored()) as { body: Buffer; headers: object; is_encrypted: boolean }[];
    expect(row?.is_encrypted).to.equal(true);
    expect(row?.body.toString()).to.match(/^sealed:/);
    expect(JSON.stringify(row?.headers)).to.equal('{}');
    const second = await post({ engine: sensitive });
    expect([second.text, second.headers.get('location')]).to.deep.equal([first.text, '/api/v2/notes/1']);
    await sensitive.close();
  });

  it('are forgotten by age', async () => {
    await post();
    await sweepResponses(database.db, clock.now());
    expect(await stored()).to.have.length(1);
    await sweepResponses(database.db, new Date(clock.now().getTime() + 1));
    expect(await stored()).to.deep.equal([]);
  });

  it('are not asked for: a request without one simply runs', async () => {
    const headers = { authorization: 'Bearer admin', 'content-type': 'application/json' };
    const send = () => served.request('POST', '/api/v2/notes', { headers, body: '{"text":"a"}' });
    expect([(await send()).status, (await send()).status, await effects()]).to.deep.equal([201, 201, 2]);
  });
});
