import { expect } from 'chai';
import type { ResponseCipher } from '../../../../src/contract/options.ts';
import {
  claimKey,
  leaseKey,
  releaseKey,
  storeResponse,
  type FinishedResponse,
  type IdempotencyKey,
} from '../../../../src/contract/unit/idempotency.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { createAccount } from '../../../support/accounts.ts';
import { useApp } from '../../../support/app.ts';

const cipher: ResponseCipher = { seal: (plain) => plain, open: (sealed) => sealed };
const response: FinishedResponse = {
  ...{
    status: 202,
    headers: { location: '/api/v2/imports/1' },
    contentType: 'application/json',
    body: '{"token":"x"}',
  },
};
const begun = new Date('2026-11-23T09:00:00.000Z');
const ended = new Date('2026-11-23T09:01:00.000Z');

describe('the row of an idempotency key', () => {
  const app = useApp();
  let database: Database;
  let key: IdempotencyKey;

  before(async () => {
    database = await openDatabase({ url: app.databaseUrl });
  });
  beforeEach(async () => {
    const { user_id, organization_id, api_key_id } = await createAccount(app);
    key = {
      ...{ principal: user_id, credential_id: api_key_id, organization_id, operation: 'v2.createImport', key: newId() },
      fingerprint: Buffer.alloc(32, 1),
    };
  });
  after(() => database.close());

  const lease = (of = key, now = begun): Promise<FinishedResponse | undefined> =>
    leaseKey(database.db, of, { cipher, now });
  const store = (of = key, isSensitive = false): Promise<void> =>
    storeResponse(database.db, of, { response, isSensitive, cipher, now: ended });
  const rows = (of = key): Promise<unknown[]> => app.query('SELECT * FROM idempotency_keys WHERE key = $1', [of.key]);

  for (const isSensitive of [false, true]) {
    it(`is that of the response as a whole once a lease has ended${isSensitive ? ', sealed' : ''}`, async () => {
      const direct = { ...key, key: newId() };
      await store(direct, isSensitive);
      await lease({ ...key, fingerprint: Buffer.alloc(32, 2), organization_id: '' });
      await store(key, isSensitive);
      const [expected] = (await rows(direct)) as object[];
      expect(await rows()).to.deep.equal([{ ...expected, key: key.key }]);
    });
  }

  it('is taken over as a whole by whoever leases the key after a dead process', async () => {
    const direct = { ...key, key: newId() };
    const later = new Date(begun.getTime() + 10 * 60_000);
    await lease(direct, later);
    await lease({ ...key, fingerprint: Buffer.alloc(32, 2), organization_id: '' });
    expect(await lease(key, later)).to.equal(undefined);
    const [expected] = (await rows(direct)) as object[];
    expect(await rows()).to.deep.equal([{ ...expected, key: key.key }]);
  });

  it('is not written while another request locks the key', async () => {
    const refusal = await database.db.transaction(async (tx) => {
      await claimKey(tx, key, cipher);
      return lease().catch((error: unknown) => error);
    });
    expect(refusal).to.include({ code: 'idempotency_in_progress' });
    expect(await rows()).to.deep.equal([]);
  });

  it('is gone when the lease is given back', async () => {
    await lease();
    await releaseKey(database.db, key);
    expect(await rows()).to.deep.equal([]);
  });

  it('stays when a failure comes after another process has taken the lease over and stored its response', async () => {
    await lease();
    await store();
    await releaseKey(database.db, key);
    expect(await rows()).to.have.length(1);
  });

  it('is found by the same credential, user and operation only', async () => {
    await store();
    const others: readonly Partial<IdempotencyKey>[] = [
      { credential_id: newId() },
      { operation: 'v1.createImport' },
      { key: newId() },
      { principal: (await createAccount(app)).user_id },
    ];
    for (const other of others) {
      expect(await lease({ ...key, ...other })).to.equal(undefined);
      await releaseKey(database.db, { ...key, ...other });
    }
    expect(await rows()).to.have.length(1);
    expect((await lease())?.status).to.equal(202);
  });
});
