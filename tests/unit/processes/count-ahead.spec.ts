import { expect } from 'chai';
import { pino } from 'pino';
import { RateLimiter } from '../../../src/contract/access/rate-limits.ts';
import { countAhead, createCountTogether } from '../../../src/processes/count-ahead.ts';
import type { CountAhead, CountedRequest } from '../../../src/processes/protocol.ts';
import { thrownBy } from '../../support/thrown-by.ts';

const request: CountedRequest = { className: 'read', client: 'ada' };

/** The count of a supervisor, and of processes that ask it. */
function createCounts(max: number, workers: number) {
  const quota = { max, windowMs: 60_000 };
  const log = pino({ enabled: false });
  const limiter = new RateLimiter({ classes: { read: quota }, clientsMax: 10, redis: undefined, log });
  const state = { asked: 0 };
  const ask = (asked: CountedRequest): Promise<CountAhead | undefined> => {
    state.asked++;
    return countAhead(({ className, client }) => limiter.countFor(className, client), asked, workers);
  };
  return { state, processes: Array.from({ length: workers }, () => createCountTogether(ask)) };
}

describe('the count of requests for several processes', () => {
  for (const max of [1, 10, 99, 100, 600])
    it(`lets exactly ${max} requests pass, whichever process gets them`, async () => {
      const { processes } = createCounts(max, 3);
      const outcomes: boolean[] = [];
      for (let sent = 0; sent < max + 60; sent++) outcomes.push((await processes[sent % 3]!(request))!.isLimited);
      expect(outcomes.filter((isLimited) => !isLimited)).to.have.lengthOf(max);
    });

  it('lets a client with one connection use up its quota', async () => {
    const { processes } = createCounts(300, 4);
    const outcomes: boolean[] = [];
    for (let sent = 0; sent < 310; sent++) outcomes.push((await processes[0]!(request))!.isLimited);
    expect(outcomes.indexOf(true)).to.equal(300);
  });

  it('loses at most what is counted ahead when a client changes the process', async () => {
    const { processes } = createCounts(300, 2);
    await processes[0]!(request);
    let passed = 1;
    while (!(await processes[1]!(request))!.isLimited) passed++;
    expect(passed).to.be.within(300 - 32, 300);
  });

  it('asks rarely while much remains, and once for requests that arrive together', async () => {
    const { state, processes } = createCounts(10_000, 2);
    const counts = await Promise.all(Array.from({ length: 33 }, () => processes[0]!(request)));
    expect(state.asked).to.equal(1);
    const remaining = counts.map((count) => count!.remaining);
    expect(remaining).to.deep.equal(remaining.toSorted((one, other) => other - one));
    expect(new Set(remaining).size).to.equal(33);
  });

  it('asks again in the next window', async () => {
    const clock = { seconds: 100 };
    let asked = 0;
    const ask = async (): Promise<CountAhead> => {
      asked++;
      return { isLimited: false, remaining: 500, reset: clock.seconds + 60, ahead: 8 };
    };
    const count = createCountTogether(ask, () => clock.seconds);
    await count(request);
    await count(request);
    expect(asked).to.equal(1);
    clock.seconds += 60;
    await count(request);
    expect(asked).to.equal(2);
  });

  it('returns nothing for a class without a quota, and fails as the supervisor does', async () => {
    const { processes } = createCounts(5, 1);
    expect(await processes[0]!({ className: 'other', client: 'ada' })).to.equal(undefined);
    const failing = createCountTogether(() => Promise.reject(new Error('it has ended')));
    const [first, second] = await Promise.all([thrownBy(failing(request)), thrownBy(failing(request))]);
    expect(first).to.have.property('message', 'it has ended');
    expect(second).to.have.property('message', 'it has ended');
  });
});
