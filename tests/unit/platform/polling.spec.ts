import { EventEmitter, once } from 'node:events';
import { expect } from 'chai';
import { startPolling } from '../../../src/platform/polling.ts';
import type { PassResult, PollingOptions } from '../../../src/platform/polling.ts';

describe('polling', () => {
  /** A pass that returns the given results, then `none`, and a function that waits until it was called `count` times. */
  function scripted(...results: (PassResult | Error)[]) {
    const calls = new EventEmitter();
    let count = 0;
    return {
      count: () => count,
      pass: async (): Promise<PassResult> => {
        const result = results[count] ?? 'none';
        count++;
        calls.emit('pass');
        if (result instanceof Error) throw result;
        return result;
      },
      untilPass: async (wanted: number) => {
        while (count < wanted) await once(calls, 'pass');
      },
    };
  }

  const never = 3_600_000;
  const start = (pass: PollingOptions['pass'], options: Partial<PollingOptions> = {}) =>
    startPolling({
      pass,
      failures: { failed: () => undefined, succeeded: () => undefined },
      idleMsMin: never,
      idleMsMax: never,
      gatherMs: 0,
      ...options,
    });

  it('continues immediately while there is more work', async () => {
    const script = scripted('more', 'more', 'some');
    const polling = start(script.pass);
    await script.untilPass(3);
    await polling.stop();
    expect(script.count()).to.equal(4);
  });

  it('starts a pass after a wake signal', async () => {
    const script = scripted();
    const polling = start(script.pass);
    await script.untilPass(1);
    polling.wake();
    await script.untilPass(2);
    await polling.stop();
    // The last pass is the drain.
    expect(script.count()).to.equal(3);
  });

  it('does not lose a wake signal during a pass', async () => {
    let passes = 0;
    const done = new EventEmitter();
    const polling = start(async () => {
      passes++;
      await new Promise(setImmediate);
      if (passes === 1) polling.wake();
      else done.emit('second');
      return 'none';
    });
    await once(done, 'second');
    await polling.stop();
    expect(passes).to.equal(3);
  });

  it('gathers a burst of signals into one pass', async () => {
    const script = scripted();
    const polling = start(script.pass, { gatherMs: 30 });
    await script.untilPass(1);
    for (let signals = 0; signals < 100; signals++) polling.wake();
    await script.untilPass(2);
    await polling.stop();
    // The last pass is the drain.
    expect(script.count()).to.equal(3);
  });

  it('reports a failure, and continues after a pause that signals do not shorten', async () => {
    const script = scripted(new Error('down'), 'none');
    const errors: unknown[] = [];
    const polling = start(script.pass, {
      failures: { failed: (error) => void errors.push(error), succeeded: () => undefined },
      idleMsMax: 40,
    });
    await script.untilPass(1);
    const failedAt = performance.now();
    polling.wake();
    await script.untilPass(2);
    expect(performance.now() - failedAt).to.be.at.least(35);
    expect(errors.map((error) => (error as Error).message)).to.deep.equal(['down']);
    await polling.stop();
  });

  it('processes the remaining work before it stops', async () => {
    const script = scripted('none', 'some', 'more', 'some', 'none');
    const polling = start(script.pass);
    await script.untilPass(1);
    await polling.stop();
    expect(script.count()).to.equal(5);
  });

  it('stops even if there is always more work', async () => {
    let passes = 0;
    const polling = start(async () => {
      passes++;
      await new Promise(setImmediate);
      return 'more';
    });
    await polling.stop();
    const passesAtEnd = passes;
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(passes).to.equal(passesAtEnd);
  });
});
