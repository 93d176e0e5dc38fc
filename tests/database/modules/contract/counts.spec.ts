import { expect } from 'chai';
import { addViolations } from '../../../../src/modules/contract/contract.repository.ts';
import { createBreachRecorder } from '../../../../src/modules/contract/index.ts';
import { createContractService } from '../../../../src/modules/contract/contract.service.ts';
import { addUsage } from '../../../../src/modules/usage/usage.repository.ts';
import type { UsageCount } from '../../../../src/modules/usage/usage.types.ts';
import { newId } from '../../../../src/platform/ids.ts';
import type { Unit } from '../../../../src/platform/unit.ts';
import { useDatabase } from '../../../support/use-database.ts';

describe('what is counted of the contract', function () {
  this.timeout(60_000);
  const database = useDatabase();

  /** Uses of deleted users are not counted. */
  async function insertUser(): Promise<string> {
    const id = newId();
    const at = new Date('2026-11-01T00:00:00.000Z');
    const user = { id, email: `${id}@meridian.example`, name: 'Ada', created_at: at, updated_at: at };
    await database.db.knex('users').insert(user);
    return id;
  }

  it('a violation is counted from its first time to its last, in whichever order processes write', async () => {
    const { db } = database;
    const place = { version: 'v2', operation_id: 'getTask', part: 'body', pointer: '/id' } as const;
    const add = async (keyword: string, status: number, count: number, hours: readonly [number, number]) => {
      const [first_at, last_at] = hours.map((hour) => new Date(Date.UTC(2026, 10, 23, hour)));
      const facts = { ...place, keyword, status };
      await addViolations(db, [{ id: newId(), facts, count, first_at: first_at!, last_at: last_at! }]);
    };
    await add('type', 200, 2, [10, 11]);
    await add('format', 201, 3, [8, 9]);
    await add('enum', 200, 4, [12, 13]);
    const read = () =>
      db.knex('contract_violations').select<object[]>('keyword', 'status', 'violation_count', 'first_at', 'last_at');
    const times = { first_at: '2026-11-23T08:00:00.000Z', last_at: '2026-11-23T13:00:00.000Z' };
    expect(await read()).to.deep.equal([{ keyword: 'enum', status: 200, violation_count: 9, ...times }]);
    await add('enum', 200, 2_147_483_647, [12, 13]);
    expect(await read()).to.deep.equal([{ keyword: 'enum', status: 200, violation_count: 2_147_483_647, ...times }]);
  });

  it('a violation is counted apart by version, operation, part and place, but not by the entry of a list', async () => {
    const { db } = database;
    const fail = (trouble: unknown): never => {
      throw new Error('a count was lost', { cause: trouble });
    };
    const recorder = createBreachRecorder({ db, onTrouble: fail, onWritten: () => undefined });
    const place = { version: 'v2', operation_id: 'listTasks', part: 'body', pointer: '/data/0/id' } as const;
    const others = [
      { version: 'v1' },
      { operation_id: 'listProjects' },
      { part: 'header' },
      { pointer: '/data/0/key' },
    ] as const;
    for (const other of [{}, { pointer: '/data/17/id' }, ...others])
      recorder.note({ ...place, ...other, keyword: 'type', status: 200, at: new Date() });
    await recorder.flush();
    await recorder.stop();
    const rows = await db
      .knex('contract_violations')
      .where('pointer', 'like', '/data/%')
      .select<object[]>('version', 'operation_id', 'part', 'pointer', 'violation_count');
    const counted = (count: number, other: object = {}): object => ({
      ...{ ...place, pointer: '/data/*/id', ...other },
      violation_count: count,
    });
    expect(rows).to.have.deep.members([
      counted(2),
      ...others.map((other) => counted(1, 'pointer' in other ? { pointer: '/data/*/key' } : other)),
    ]);
  });

  it('a deprecated operation was used last on the latest day of all credentials, the most used operation first', async () => {
    const { db } = database;
    const user_id = await insertUser();
    const key = newId();
    const use =
      (credential_id: string, credential_type: 'session' | 'api_key', operation_id: string) =>
      (used_on: string, requests: number): UsageCount => ({
        ...{ credential_id, credential_type, user_id, operation_id, used_on, requests },
        version: 'v1',
      });
    const uses = [
      use(newId(), 'session', 'listTasks')('2026-11-20', 5),
      use(newId(), 'session', 'listTasks')('2026-11-22', 1),
      use(key, 'api_key', 'listTasks')('2026-11-21', 7),
      use(newId(), 'api_key', 'listTasks')('2026-11-19', 1),
      use(key, 'api_key', 'getTask')('2026-11-23', 20),
    ];
    await addUsage(db, uses, []);
    const deprecated = ['listTasks', 'getTask', 'getProject'].map((operation_id) => {
      const dates = { deprecated_at: '2026-11-01T00:00:00.000Z', sunset_at: '2027-11-01T00:00:00.000Z' };
      const successor = { operation_id, method: 'GET', path: '/api/v2/tasks' };
      return { version: 'v1', operation_id, method: 'GET', path: '/api/v1/tasks', ...dates, successor } as never;
    });
    const flush = () => Promise.resolve();
    const service = createContractService({ deprecated, usage: { flush }, breaches: { flush } });
    const unit = { db, actor: { user_id }, now: new Date('2026-11-23T12:00:00.000Z') } as unknown as Unit;
    const { since, data } = await service.listDeprecations(unit);
    expect(since).to.equal('2026-10-25');
    const shown = data.map(({ operation_id, use_count, session_use_count, api_keys, last_used_on }) => ({
      ...{ operation_id, use_count, session_use_count, last_used_on },
      keys: api_keys.map(({ use_count: count, last_used_on: on }) => [count, on]),
    }));
    expect(shown).to.deep.equal([
      {
        ...{ operation_id: 'getTask', use_count: 20, session_use_count: 0, last_used_on: '2026-11-23' },
        keys: [[20, '2026-11-23']],
      },
      {
        ...{ operation_id: 'listTasks', use_count: 14, session_use_count: 6, last_used_on: '2026-11-22' },
        keys: [
          [7, '2026-11-21'],
          [1, '2026-11-19'],
        ],
      },
    ]);
  });

  it('names the hundred keys that use a deprecated operation most', async () => {
    const { db } = database;
    const user_id = await insertUser();
    const uses = Array.from({ length: 101 }, (_, number) => number + 1);
    await addUsage(
      db,
      uses.map((requests) => ({
        ...{ credential_id: newId(), credential_type: 'api_key', user_id, version: 'v1', operation_id: 'getTask' },
        ...{ used_on: '2026-11-23', requests },
      })),
      [],
    );
    const flush = () => Promise.resolve();
    const deprecated = [{ version: 'v1', operation_id: 'getTask' } as never];
    const service = createContractService({ deprecated, usage: { flush }, breaches: { flush } });
    const unit = { db, actor: { user_id }, now: new Date('2026-11-23T12:00:00.000Z') } as unknown as Unit;
    const [use] = (await service.listDeprecations(unit)).data;
    expect(use!.use_count).to.equal((101 * 102) / 2);
    expect(use!.api_keys.map(({ use_count }) => use_count)).to.deep.equal(uses.slice(1).reverse());
  });
});
