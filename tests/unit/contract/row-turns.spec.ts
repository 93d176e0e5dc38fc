import { expect } from 'chai';
import pg from 'pg';
import { RowTurns } from '../../../src/contract/unit/row-turns.ts';
import { AppError } from '../../../src/problems/app-error.ts';

/** Work that ends when it is told to. */
function held() {
  let end: (error?: Error) => void = () => undefined;
  let hasBegun = false;
  const done = new Promise<string>((resolve, reject) => {
    end = (error) => {
      if (error === undefined) resolve('done');
      else reject(error);
    };
  });
  return {
    hasBegun: () => hasBegun,
    end: (error?: Error) => end(error),
    work: () => {
      hasBegun = true;
      return done;
    },
  };
}

const settled = () => new Promise(setImmediate);
const lockTimeout = () => {
  const cause = Object.assign(new pg.DatabaseError('canceling statement due to lock timeout', 0, 'error'), {
    code: '55P03',
  });
  return new AppError('service_unavailable', 503, {}, { cause });
};

describe('RowTurns', () => {
  it('lets so many create below a row, and the next when one has ended, in the order in which they came', async () => {
    const turns = new RowTurns({ creationsMax: 2, waitMsMax: 10_000 });
    const works = [held(), held(), held(), held()];
    const results = works.map(({ work }) => turns.take('a', 'creation', work));
    await settled();
    expect(works.map(({ hasBegun }) => hasBegun())).to.deep.equal([true, true, false, false]);
    works[1]?.end();
    await settled();
    expect(works.map(({ hasBegun }) => hasBegun())).to.deep.equal([true, true, true, false]);
    for (const { end } of works) end();
    expect(await Promise.all(results)).to.deep.equal(['done', 'done', 'done', 'done']);
  });

  it('lets one change a row at a time, and does not mistake creations for changes', async () => {
    const turns = new RowTurns({ creationsMax: 2, waitMsMax: 10_000 });
    const works = [held(), held(), held()];
    const kinds = ['change', 'change', 'creation'] as const;
    const results = works.map(({ work }, index) => turns.take('a', kinds[index]!, work));
    await settled();
    expect(works.map(({ hasBegun }) => hasBegun())).to.deep.equal([true, false, true]);
    for (const { end } of works) end();
    expect(await Promise.all(results)).to.deep.equal(['done', 'done', 'done']);
  });

  it('lets other rows go on', async () => {
    const turns = new RowTurns({ creationsMax: 2, waitMsMax: 10_000 });
    const holder = held();
    const holding = turns.take('a', 'change', holder.work);
    expect(await turns.take('b', 'change', async () => 'other')).to.equal('other');
    holder.end();
    await holding;
  });

  it('gives the place of one that failed to the next', async () => {
    const turns = new RowTurns({ creationsMax: 2, waitMsMax: 10_000 });
    const failing = held();
    const failed = turns.take('a', 'change', failing.work).catch((error: unknown) => error);
    const next = turns.take('a', 'change', async () => 'next');
    failing.end(new Error('no'));
    expect(await failed).to.be.instanceOf(Error);
    expect(await next).to.equal('next');
  });

  it('refuses with 503 whoever gets no turn in time, and forgets it', async () => {
    const turns = new RowTurns({ creationsMax: 2, waitMsMax: 20 });
    const holder = held();
    const holding = turns.take('a', 'change', holder.work);
    const late = held();
    const refusal = await turns.take('a', 'change', late.work).catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(AppError).that.includes({ code: 'service_unavailable', status: 503 });
    expect((refusal as AppError).headers).to.deep.equal({ 'retry-after': '1' });
    holder.end();
    await holding;
    expect(late.hasBegun()).to.equal(false);
    expect(await turns.take('a', 'change', async () => 'again')).to.equal('again');
  });

  it('refuses with 503 at once whoever would wait too long for a turn, by the queue of its row', async () => {
    const seen: number[] = [];
    let refused = 0;
    let served = 0;
    const queue = {
      served: () => (served += 1),
      isLong: ({ waiting, max }: { readonly waiting: number; readonly max: number }) => {
        seen.push(waiting);
        return waiting > 0 && waiting >= max;
      },
    };
    const load = { waitersMin: 1, open: () => queue, onRefusal: () => (refused += 1) };
    const turns = new RowTurns({ creationsMax: 2, waitMsMax: 10_000, load });
    expect(turns.isLong(['', 'projects', 'a'])).to.equal(false);
    const holder = held();
    const holding = turns.take('a', 'change', holder.work);
    const waiting = turns.take('a', 'change', async () => 'waited');
    const refusal = await turns.take('a', 'change', held().work).catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(AppError).that.includes({ code: 'overloaded', status: 503 });
    expect((refusal as AppError).headers).to.deep.equal({ 'retry-after': '1' });
    expect(await turns.take('b', 'change', async () => 'other row')).to.equal('other row');
    holder.end();
    expect([await holding, await waiting]).to.deep.equal(['done', 'waited']);
    const works = [held(), held(), held()];
    const creations = works.map(({ work }) => turns.take('c', 'creation', work));
    expect(['a', 'b', 'c'].map((id) => turns.isLong(['', 'projects', id, 'tasks']))).to.deep.equal([
      false,
      false,
      true,
    ]);
    for (const { end } of works) end();
    await Promise.all(creations);
    expect({ seen: seen.slice(0, 4), refused, served }).to.deep.equal({ seen: [0, 0, 1, 0], refused: 1, served: 2 });
  });

  it('lets some always wait, before all rows together', async () => {
    const queue = {
      served: () => undefined,
      isLong: ({ waiting, max }: { readonly waiting: number; readonly max: number }) => waiting > 0 && waiting >= max,
    };
    const load = { waitersMin: 2, open: () => queue, onRefusal: () => undefined };
    const turns = new RowTurns({ creationsMax: 1, waitMsMax: 10_000, load });
    const works = ['a', 'a', 'b', 'b'].map((id) => ({ id, ...held() }));
    const changes = works.map(({ id, work }) => turns.take(id, 'change', work));
    const refusal = await turns.take('a', 'change', held().work).catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(AppError).that.includes({ code: 'overloaded' });
    for (const { end } of works) end();
    await Promise.all(changes);
    const again = [held(), held()];
    const later = again.map(({ work }) => turns.take('a', 'change', work));
    for (const { end } of again) end();
    expect(await Promise.all(later)).to.deep.equal(['done', 'done']);
  });

  it('refuses all who wait where one has waited for the lock in vain', async () => {
    const turns = new RowTurns({ creationsMax: 2, waitMsMax: 10_000 });
    const holder = held();
    const first = turns.take('a', 'change', holder.work).catch((error: unknown) => error);
    const others = [held(), held()].map(({ work }) => turns.take('a', 'change', work).catch((error: unknown) => error));
    holder.end(lockTimeout());
    for (const refusal of [await first, ...(await Promise.all(others))])
      expect(refusal).to.be.instanceOf(AppError).that.includes({ status: 503 });
    expect(await turns.take('a', 'change', async () => 'again')).to.equal('again');
  });
});
