import { expect } from 'chai';
import { signalCommits, type SignallingDb } from '../../../src/outbox/commit-signal.ts';
import { recordAll } from '../../../src/outbox/record-all.ts';
import { record } from '../../../src/outbox/record.ts';
import type { Db } from '../../../src/platform/database.ts';
import { Deadline } from '../../../src/platform/deadline.ts';
import { projectCreated, unitOn } from '../../support/changes.ts';
import { useDatabase } from '../../support/use-database.ts';

describe('signalCommits', function () {
  this.timeout(60_000);
  const database = useDatabase();
  let db: Db;
  let store: SignallingDb;
  let signals: (readonly string[])[];

  beforeEach(() => {
    ({ db } = database);
    store = signalCommits(db);
    signals = [];
    store.onCommit((tags) => void signals.push([...tags]));
  });

  const undo = new Error('undo');
  const undone = (error: unknown): void => {
    if (error !== undo) throw error;
  };

  it('signals commits, but no rollbacks and savepoints', async () => {
    await store.db.transaction(async (tx) => {
      await tx.transaction((savepoint) => savepoint.touch(['task:1']));
      expect(signals).to.deep.equal([]);
    });
    expect(signals).to.deep.equal([['task:1']]);
    await store.db.transaction((tx) => tx.touch(['task:2']).then(() => Promise.reject(undo))).catch(undone);
    expect(signals).to.deep.equal([['task:1']]);
  });

  it('signals commits within the time limit of a request, too', async () => {
    await store.db.until!(new Deadline(60_000)).transaction((tx) => tx.touch(['task:1']));
    expect(signals).to.deep.equal([['task:1']]);
  });

  it('forgets what a savepoint touched that rolled back', async () => {
    await store.db.transaction(async (tx) => {
      await tx.touch(['task:1']);
      await tx
        .transaction(async (outer) => {
          await outer.transaction((inner) => inner.touch(['task:2']));
          throw undo;
        })
        .catch(undone);
      await tx.transaction((savepoint) => savepoint.touch(['task:3']));
    });
    expect(signals).to.deep.equal([['task:1', 'task:3']]);
  });

  it('signals at once what is touched outside of a transaction', async () => {
    await store.db.touch(['session:1', 'session:1']);
    expect(signals).to.deep.equal([['session:1']]);
  });

  it('resolves after the listeners, which see the committed change', async () => {
    const change = projectCreated();
    const seen: unknown[] = [];
    store.onCommit(async () => {
      seen.push(await db.knex('audit_log').where({ resource_id: change.resource.id }).count({ rows: '*' }).first());
    });
    await store.db.transaction((tx) => record(unitOn(tx), change));
    expect(seen).to.deep.equal([{ rows: 1 }]);
  });

  it('signals a commit whose response is lost', async () => {
    const lost = new Error('the connection was lost during COMMIT');
    const failing = signalCommits({
      ...db,
      transaction: (work) => db.transaction(work).then(() => Promise.reject(lost)),
    });
    const certain: boolean[] = [];
    failing.onCommit((tags, isCertain) => {
      signals.push([...tags]);
      certain.push(isCertain);
    });
    const failure = await failing.db.transaction((tx) => tx.touch(['task:1'])).catch((error: unknown) => error);
    expect(failure).to.equal(lost);
    expect(signals).to.deep.equal([['task:1']]);
    await failing.db.touch(['task:2']);
    expect(certain, 'a lost COMMIT, and a change that has ended').to.deep.equal([false, true]);
  });

  it('learns from record() and recordAll() which resources and lists changed', async () => {
    const changes = [projectCreated(), projectCreated()];
    const tagsOf = ({ resource: { id }, organization_id }: (typeof changes)[number]): string[] => [
      ...[`project:${id}`, `project@${id}`],
      ...(organization_id === null || organization_id === undefined ? [] : [`project@${organization_id}`]),
    ];
    await store.db.transaction((tx) => record(unitOn(tx), { ...changes[0]!, touches: ['member:1'] }));
    await store.db.transaction((tx) => recordAll(unitOn(tx), changes));
    expect(signals.map((tags) => [...tags].sort())).to.deep.equal([
      [...tagsOf(changes[0]!), 'member:1'].sort(),
      [...new Set(changes.flatMap(tagsOf))].sort(),
    ]);
  });
});
