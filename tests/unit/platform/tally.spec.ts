import { expect } from 'chai';
import { serviceUnavailable } from '../../../src/platform/database-errors.ts';
import { createTally, type Tallied } from '../../../src/platform/tally.ts';

interface Note {
  readonly name: string;
  readonly mood?: string;
}

const first = new Date('2026-11-02T09:30:00.000Z');
const second = new Date('2026-11-02T09:31:00.000Z');

function createNotes({ keysMax = 10 }: { readonly keysMax?: number } = {}) {
  const written: Tallied<Note>[][] = [];
  const troubles: { readonly error?: unknown; readonly lost: number }[] = [];
  const store = { failure: undefined as Error | undefined };
  const tally = createTally<Note>({
    keyOf: ({ name }) => name,
    write: async (entries) => {
      if (store.failure !== undefined) throw store.failure;
      written.push([...entries]);
    },
    onTrouble: (trouble) => troubles.push(trouble),
    intervalMs: 3_600_000,
    keysMax,
  });
  return { tally, written, troubles, store };
}

describe('tally', () => {
  it('counts by key, and keeps the first and the last time and the latest facts', async () => {
    const { tally, written } = createNotes();
    tally.add({ name: 'a', mood: 'new' }, second);
    tally.add({ name: 'a', mood: 'old' }, first);
    tally.add({ name: 'b' }, first);
    await tally.flush();
    expect(written).to.deep.equal([
      [
        { facts: { name: 'a', mood: 'new' }, count: 2, first_at: first, last_at: second },
        { facts: { name: 'b' }, count: 1, first_at: first, last_at: first },
      ],
    ]);
  });

  it('writes nothing without counts', async () => {
    const { tally, written } = createNotes();
    tally.add({ name: 'a' }, first);
    await tally.flush();
    await tally.flush();
    expect(written).to.have.length(1);
  });

  it('keeps and continues the counts while the database is unavailable', async () => {
    const { tally, written, troubles, store } = createNotes();
    tally.add({ name: 'a' }, first);
    store.failure = serviceUnavailable(new Error('gone'));
    await tally.flush();
    expect(troubles).to.deep.equal([{ error: store.failure, lost: 0 }]);
    tally.add({ name: 'a' }, second);
    store.failure = undefined;
    await tally.stop();
    expect(written).to.deep.equal([[{ facts: { name: 'a' }, count: 2, first_at: first, last_at: second }]]);
  });

  it('drops counts that the database rejects, and reports their number', async () => {
    const { tally, written, troubles, store } = createNotes();
    tally.add({ name: 'a' }, first);
    tally.add({ name: 'a' }, first);
    store.failure = new Error('refused');
    await tally.flush();
    expect(troubles).to.deep.equal([{ error: store.failure, lost: 2 }]);
    store.failure = undefined;
    await tally.stop();
    expect(written).to.deep.equal([]);
  });

  it('keeps at most the maximum of keys, and reports lost counts', async () => {
    const { tally, written, troubles } = createNotes({ keysMax: 2 });
    for (const name of ['a', 'b', 'c', 'd', 'a']) tally.add({ name }, first);
    await tally.flush();
    expect(written[0]!.map(({ facts, count }) => `${facts.name} ${count}`)).to.deep.equal(['a 2', 'b 1']);
    expect(troubles).to.deep.equal([{ lost: 2 }]);
    await tally.stop();
    expect(troubles).to.have.length(1);
  });

  it('reports every count for which there is no room when the database comes back', async () => {
    const troubles: number[] = [];
    const tally = createTally<Note>({
      keyOf: ({ name }) => name,
      write: async () => {
        // Another key takes the only place while the write fails.
        tally.add({ name: 'b' }, first);
        throw serviceUnavailable(new Error('away')) as Error;
      },
      onTrouble: ({ lost }) => troubles.push(lost),
      intervalMs: 3_600_000,
      keysMax: 1,
    });
    for (let count = 0; count < 3; count++) tally.add({ name: 'a' }, first);
    await tally.flush();
    expect(troubles).to.deep.equal([3]);
    await tally.stop();
  });
});
