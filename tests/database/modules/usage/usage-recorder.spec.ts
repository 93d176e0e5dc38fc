import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { createUsageRecorder, type UsageRecorder } from '../../../../src/modules/usage/index.ts';
import type { KeyUse, OperationUse, UsageCount } from '../../../../src/modules/usage/usage.types.ts';
import { openDatabase, type Database, type Db } from '../../../../src/platform/database.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { createScratchDatabase, type ScratchDatabase } from '../../../support/database.ts';

const at = new Date('2026-11-23T12:00:00.000Z');
const user_id = newId();

function useOf(credential_id: string, operation_id = 'getTask', when = at): OperationUse {
  const actor = { user_id, credential_id, credential_type: 'api_key', is_operator: false } as const;
  const place = { organization_id: newId(), role: 'member', scopes: undefined } as const;
  const names = { query_parameters: [], body_fields: [] };
  return { version: 'v2', operation_id, actor: { ...actor, ...place }, at: when, ...names };
}

describe('createUsageRecorder', () => {
  let scratch: ScratchDatabase;
  let database: Database;
  let isAway = false;
  let recorders: UsageRecorder[] = [];
  const errors: unknown[] = [];

  before(async function () {
    this.timeout(120_000);
    scratch = await createScratchDatabase();
    database = await openDatabase({ url: scratch.url });
    await insertUser(user_id);
  });
  afterEach(async () => {
    isAway = false;
    for (const recorder of recorders) await recorder.stop();
    recorders = [];
  });
  after(async () => {
    await database.close();
    await scratch.drop();
  });

  const insertUser = (id: string) =>
    database.db
      .knex('users')
      .insert({ id, email: `${id}@meridian.example`, name: 'Ada', created_at: at, updated_at: at });

  /** The database, which a test can take away. */
  const fragileDb = (): Db => ({
    ...database.db,
    query: (statement, values) =>
      isAway ? Promise.reject(new Error('the database is away')) : database.db.query(statement, values),
  });

  function recorder(overrides: { readonly flushMs?: number; readonly countsMax?: number } = {}): UsageRecorder {
    const made = createUsageRecorder({ db: fragileDb(), onError: (error) => errors.push(error), ...overrides });
    recorders.push(made);
    return made;
  }

  const rowsOf = (credential_id: string): Promise<Pick<UsageCount, 'operation_id' | 'used_on' | 'requests'>[]> =>
    database.db
      .knex('operation_usage')
      .where({ credential_id })
      .orderBy(['operation_id', 'used_on'])
      .select('operation_id', 'used_on', 'requests');

  it('gives up one use that the database refuses, and writes all others', async () => {
    const usage = recorder();
    const [first, last] = [newId(), newId()];
    errors.length = 0;
    usage.note(useOf(first));
    usage.note(useOf('not-a-uuid'));
    usage.note(useOf(last));
    usage.note(useOf(last, 'x'.repeat(101)));
    await usage.flush();
    const one = { operation_id: 'getTask', used_on: '2026-11-23', requests: 1 };
    expect(await rowsOf(first)).to.deep.equal([one]);
    expect(await rowsOf(last)).to.deep.equal([one]);
    expect(errors).to.have.length(2);
    await usage.flush();
    expect(errors).to.have.length(2);
  });

  it('counts a key without an organization, whose uses no organization can list', async () => {
    const usage = recorder();
    const use = useOf(newId());
    usage.note({ ...use, actor: { ...use.actor, organization_id: '' } });
    await usage.flush();
    expect(await rowsOf(use.actor.credential_id!)).to.have.length(1);
    expect(await database.db.knex('key_usage').where({ credential_id: use.actor.credential_id })).to.deep.equal([]);
  });

  it('adds up by operation and day, and over flushes', async () => {
    const usage = recorder();
    const id = newId();
    for (let index = 0; index < 3; index++) usage.note(useOf(id));
    usage.note(useOf(id, 'listTasks'));
    usage.note(useOf(id, 'getTask', new Date('2026-11-24T00:00:00.000Z')));
    await usage.flush();
    usage.note(useOf(id));
    await usage.flush();
    expect(await rowsOf(id)).to.deep.equal([
      { operation_id: 'getTask', used_on: '2026-11-23', requests: 4 },
      { operation_id: 'getTask', used_on: '2026-11-24', requests: 1 },
      { operation_id: 'listTasks', used_on: '2026-11-23', requests: 1 },
    ]);
  });

  it('adds what several processes count at the same time', async () => {
    const ids = Array.from({ length: 50 }, newId);
    const processes = [recorder(), recorder(), recorder()];
    for (const [index, usage] of processes.entries()) {
      for (const id of index === 1 ? ids.toReversed() : ids) usage.note(useOf(id));
    }
    await Promise.all(processes.map((usage) => usage.flush()));
    for (const id of ids) expect((await rowsOf(id))[0]?.requests).to.equal(3);
  });

  it('keeps its counts while the database is away', async () => {
    const usage = recorder();
    const id = newId();
    usage.note(useOf(id));
    isAway = true;
    const failure = await usage.flush().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.be.an('error').with.property('message', 'the database is away');
    usage.note(useOf(id));
    isAway = false;
    await usage.flush();
    expect((await rowsOf(id))[0]?.requests).to.equal(2);
  });

  it('keeps the names of what was sent, over flushes and failures, and at most a hundred', async () => {
    const usage = recorder();
    const id = newId();
    const send = (query_parameters: readonly string[], body_fields: readonly string[]): void =>
      usage.note({ ...useOf(id), query_parameters, body_fields });
    send(['status', 'q'], []);
    isAway = true;
    expect(await usage.flush().catch((error: unknown) => error)).to.be.an('error');
    send(['q', 'sort'], ['a "b"', 'c\\d', 'e,f']);
    isAway = false;
    await usage.flush();
    send(['limit'], ['NULL', '{}']);
    await usage.flush();
    const find = (credential_id: string) =>
      database.db.knex('key_usage').where({ credential_id }).first<KeyUse>('query_parameters', 'body_fields');
    const day = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '2026-11-23']));
    expect(await find(id)).to.deep.equal({
      query_parameters: day(['limit', 'q', 'sort', 'status']),
      body_fields: day(['NULL', 'a "b"', 'c\\d', 'e,f', '{}']),
    });
    expect((await rowsOf(id))[0]?.requests).to.equal(3);
    const many = Array.from({ length: 101 }, (_, number) => `name_${number}`);
    const crowded = newId();
    usage.note({ ...useOf(crowded), query_parameters: ['one'] });
    usage.note({ ...useOf(crowded), query_parameters: many, body_fields: many });
    usage.note({ ...useOf(crowded), body_fields: ['another'] });
    await usage.flush();
    const { query_parameters, body_fields } = await find(crowded);
    expect([query_parameters, body_fields].map((names) => Object.keys(names).length)).to.deep.equal([100, 100]);
    expect(query_parameters).to.include.keys('one').and.not.include.keys('name_99');
  });

  it('keeps the last day of each name, in whichever order days are written', async () => {
    const usage = recorder();
    const id = newId();
    const send = (day: string, name: string): void =>
      usage.note({ ...useOf(id, 'getTask', new Date(`${day}T12:00:00Z`)), query_parameters: [name, 'both'] });
    send('2026-11-23', 'early');
    send('2026-11-24', 'late');
    await usage.flush();
    send('2026-11-22', 'earlier');
    await usage.flush();
    const row = await database.db.knex('key_usage').where('credential_id', id).first<KeyUse>();
    expect(row.last_used_on).to.equal('2026-11-24');
    expect(row.query_parameters).to.deep.equal({
      ...{ early: '2026-11-23', late: '2026-11-24', earlier: '2026-11-22', both: '2026-11-24' },
    });
  });

  it('keeps of many only what was not written before the database went away', async () => {
    const ids = Array.from({ length: 5001 }, newId);
    let statements = 0;
    const db: Db = {
      ...database.db,
      query: (statement, values) =>
        ++statements === 2 ? Promise.reject(new Error('the database is away')) : database.db.query(statement, values),
    };
    const usage = createUsageRecorder({ db, onError: (error) => errors.push(error) });
    recorders.push(usage);
    for (const id of ids) usage.note(useOf(id));
    expect(await usage.flush().catch((error: unknown) => error)).to.be.an('error');
    await usage.flush();
    for (const id of [ids[0]!, ids[4999]!, ids[5000]!]) expect((await rowsOf(id))[0]?.requests).to.equal(1);
  });

  it('holds no more counts than its bound', async () => {
    const usage = recorder({ countsMax: 2 });
    const [first, second, third] = [newId(), newId(), newId()];
    for (const id of [first, second, third, first]) usage.note(useOf(id));
    await usage.flush();
    expect((await rowsOf(first))[0]?.requests).to.equal(2);
    expect(await rowsOf(second)).to.have.length(1);
    expect(await rowsOf(third)).to.deep.equal([]);
  });

  it('writes the rest when it stops', async () => {
    const usage = recorder();
    const id = newId();
    usage.note(useOf(id));
    await usage.stop();
    expect(await rowsOf(id)).to.have.length(1);
  });

  it('writes nothing of a user who was deleted meanwhile, and what others have done', async () => {
    const usage = recorder();
    const gone = newId();
    await insertUser(gone);
    const [own, other] = [useOf(newId()), useOf(newId())];
    usage.note({ ...own, actor: { ...own.actor, user_id: gone } });
    usage.note(other);
    // A deletion that has found nothing to delete, and is about to commit.
    const deletion = await database.db.knex.transaction();
    await deletion('users').where('id', gone).delete();
    const written = usage.flush();
    await setTimeout(100);
    await deletion.commit();
    await written;
    expect(await rowsOf(own.actor.credential_id!)).to.deep.equal([]);
    expect(await database.db.knex('key_usage').where('user_id', gone)).to.deep.equal([]);
    expect(await rowsOf(other.actor.credential_id!)).to.have.length(1);
  });

  it('does not count work without a credential', async () => {
    const usage = recorder();
    const use = useOf(newId(), 'sweepTasks');
    usage.note({ ...use, actor: { ...use.actor, credential_type: null, credential_id: null } });
    await usage.flush();
    expect(await database.db.knex('operation_usage').where('operation_id', 'sweepTasks')).to.deep.equal([]);
  });
});
