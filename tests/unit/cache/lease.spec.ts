import { expect } from 'chai';
import { Lease } from '../../../src/cache/lease.ts';

/** A lease whose time and round trips belong to the test. */
function leaseUnderTest() {
  const time = { now: 0 };
  const trips: PromiseWithResolvers<undefined>[] = [];
  const line = { isOpen: true };
  const confirm = (): Promise<unknown> | undefined => {
    if (!line.isOpen) return undefined;
    const trip = Promise.withResolvers<undefined>();
    trips.push(trip);
    return trip.promise;
  };
  const lease = new Lease({ confirm, elapsed: () => time.now });
  return { time, trips, line, lease };
}

/** Lets the callbacks of settled promises run. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Lease', () => {
  it('is held for 100 ms after the moment at which a round trip that came back was sent', async () => {
    const { time, trips, lease } = leaseUnderTest();
    expect(lease.isHeldAt(0)).to.equal(false);
    time.now = 20;
    trips[0]!.resolve(undefined);
    await settle();
    expect(lease.isHeldAt(20)).to.equal(true);
    expect(lease.isHeldAt(99)).to.equal(true);
    expect(lease.isHeldAt(100)).to.equal(false);
  });

  it('is renewed by use, one round trip at a time, and not before it is 30 ms old', async () => {
    const { time, trips, lease } = leaseUnderTest();
    for (let now = 0; now < 10; now++) lease.isHeldAt(now);
    expect(trips).to.have.length(1);
    trips[0]!.resolve(undefined);
    await settle();
    for (time.now = 0; time.now < 30; time.now++) lease.isHeldAt(time.now);
    expect(trips).to.have.length(1);
    lease.isHeldAt(30);
    lease.isHeldAt(31);
    expect(trips).to.have.length(2);
    trips[1]!.resolve(undefined);
    await settle();
    expect(lease.isHeldAt(129), 'sent at 30').to.equal(true);
    expect(lease.isHeldAt(130)).to.equal(false);
  });

  it('is waited for by all who need it', async () => {
    const { trips, lease } = leaseUnderTest();
    const waiting = [lease.renew(), lease.renew(), lease.renew()];
    expect(trips).to.have.length(1);
    trips[0]!.resolve(undefined);
    expect(await Promise.all(waiting)).to.deep.equal([true, true, true]);
  });

  it('is waited for no longer than 50 ms, by later callers not at all', async () => {
    const { trips, lease } = leaseUnderTest();
    expect(await lease.renew()).to.equal(false);
    const first = await Promise.race([lease.renew(), settle().then(() => 'waits')]);
    expect(first).to.equal(false);
    expect(trips).to.have.length(1);
    trips[0]!.resolve(undefined);
    await settle();
    expect(lease.isHeldAt(0)).to.equal(true);
  });

  it('is not held by a process that was stopped, even if its round trip comes back', async () => {
    const { time, trips, lease } = leaseUnderTest();
    const waiting = lease.renew();
    time.now = 2000;
    trips[0]!.resolve(undefined);
    expect(await waiting).to.equal(false);
    expect(lease.isHeldAt(2000)).to.equal(false);
    expect(trips).to.have.length(2);
  });

  it('cannot be had without a line, and is asked for again as soon as there is one', async () => {
    const { trips, line, lease } = leaseUnderTest();
    line.isOpen = false;
    expect(await lease.renew()).to.equal(false);
    line.isOpen = true;
    const waiting = lease.renew();
    trips[0]!.resolve(undefined);
    expect(await waiting).to.equal(true);
  });

  it('is not had from a round trip that fails, or that was sent before its line was lost', async () => {
    const { trips, lease } = leaseUnderTest();
    const failing = lease.renew();
    trips[0]!.reject(new Error('lost'));
    expect(await failing).to.equal(false);
    const overtaken = lease.renew();
    lease.end();
    trips[1]!.resolve(undefined);
    expect(await overtaken).to.equal(false);
    expect(lease.isHeldAt(0)).to.equal(false);
  });

  it('ends at once when a line is lost', async () => {
    const { trips, lease } = leaseUnderTest();
    const waiting = lease.renew();
    trips[0]!.resolve(undefined);
    await waiting;
    lease.end();
    expect(lease.isHeldAt(1)).to.equal(false);
  });
});
