import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { platformTiming } from '../../../src/client/retry.ts';
import { randomUuid } from '../../../src/client/uuid.ts';
import { thrownBy } from '../../support/thrown-by.ts';

describe('the wait of the client', () => {
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => {
    mock.timers.reset();
  });

  it('ends after its time, not before', async () => {
    let isOver = false;
    const wait = platformTiming.wait(1000, undefined).then(() => (isOver = true));
    mock.timers.tick(999);
    // After every promise that the tick has resolved.
    await setImmediate();
    expect(isOver).to.equal(false);
    mock.timers.tick(1);
    await wait;
    expect(isOver).to.equal(true);
  });

  it('may be longer than a timer of the platform', async () => {
    const ms = 30 * 24 * 3600 * 1000;
    let isOver = false;
    const wait = platformTiming.wait(ms, undefined).then(() => (isOver = true));
    for (const part of [1, 2 ** 31 - 2, ms - 2 ** 31]) {
      mock.timers.tick(part);
      await setImmediate();
      expect(isOver).to.equal(false);
    }
    mock.timers.tick(1);
    await wait;
    expect(isOver).to.equal(true);
  });

  it('without an end ends with the reason of a signal', async () => {
    const controller = new AbortController();
    const wait = platformTiming.wait(Infinity, controller.signal);
    mock.timers.tick(2 ** 31 - 1);
    await setImmediate();
    controller.abort('enough');
    expect(await thrownBy(wait)).to.equal('enough');
  });

  it('ends with the reason of a signal', async () => {
    const controller = new AbortController();
    const wait = platformTiming.wait(1000, controller.signal);
    controller.abort('enough');
    expect(await thrownBy(wait)).to.equal('enough');
  });

  it('ends at once if the signal is already aborted', async () => {
    expect(await thrownBy(platformTiming.wait(1000, AbortSignal.abort('enough')))).to.equal('enough');
  });
});

describe('randomUuid', () => {
  const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  it('returns a UUID of version 4', () => {
    expect(randomUuid()).to.match(version4);
  });

  it('returns one where crypto.randomUUID is missing, as on pages without HTTPS', () => {
    // Hides the method of the prototype.
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    try {
      const made = Array.from({ length: 100 }, randomUuid);
      expect(made.filter((uuid) => !version4.test(uuid))).to.deep.equal([]);
      expect(new Set(made)).to.have.property('size', 100);
    } finally {
      Reflect.deleteProperty(crypto, 'randomUUID');
    }
  });
});
