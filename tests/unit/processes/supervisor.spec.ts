import { expect } from 'chai';
import { createLink } from '../../../src/processes/link.ts';
import type { ServingProcess } from '../../../src/processes/protocol.ts';
import { Supervisor, type Child, type End } from '../../../src/processes/supervisor.ts';
import type { MetricValues } from '../../../src/platform/merge-metrics.ts';
import { ForeseenError } from '../../../src/problems/foreseen-error.ts';
import { eventually } from '../../support/eventually.ts';
import { linkEndpoints } from '../../support/linked-endpoints.ts';
import { thrownBy } from '../../support/thrown-by.ts';

/** A serving process that only notes what it is told. */
interface FakeChild extends Child<string> {
  readonly told: string[];
  end(end: Partial<End>): void;
  /** Ends as after SIGTERM. */
  leave(): void;
}

interface FakeOptions {
  /** What `start` of the process with this number does. */
  readonly start?: (number: number) => void;
}

const counted = (value: number): MetricValues =>
  [{ name: 'requests_total', help: 'Requests', type: 'counter', values: [{ labels: {}, value }] }] as never;

function forkFake(number: number, { start }: FakeOptions, onLeave: (last: MetricValues) => void): FakeChild {
  const ends = linkEndpoints();
  const ended = Promise.withResolvers<End>();
  const told: string[] = [];
  const end = ({ code = null, signal = null }: Partial<End>): void => {
    ended.resolve({ code, signal });
    ends.close();
  };
  const leave = (): void => {
    onLeave(counted(number));
    end({ code: 0 });
  };
  createLink<Record<never, never>, ServingProcess<string>>(ends.child, {
    start: async (settings) => {
      told.push(`start ${settings}`);
      start?.(number);
      return { port: 8080 };
    },
    accept: (isAccepting) => void told.push(`accept ${isAccepting}`),
    readMetrics: async () => counted(number),
    readPool: () => ({ active: number, idle: 0, waiting: 0, max: 10 }),
    stop: leave,
  });
  const link = createLink<ServingProcess<string>, Record<never, never>>(ends.supervisor, {});
  return { pid: number, link, ended: ended.promise, kill: () => end({ signal: 'SIGKILL' }), told, end, leave };
}

function supervise(count: number, options: FakeOptions = {}) {
  const forked: FakeChild[] = [];
  const pauses: number[] = [];
  const lines: string[] = [];
  const failed: Error[] = [];
  const clock = { now: 0 };
  const supervisor = new Supervisor<string>({
    count,
    fork: (onLeave) => {
      const child = forkFake(forked.length + 1, options, onLeave);
      forked.push(child);
      return child;
    },
    onCrashLoop: (error) => failed.push(error),
    pause: async (pauseMs) => pauses.push(pauseMs),
    elapsed: () => clock.now,
  });
  const log = (_fields: object, message: string): void => void lines.push(message);
  const start = () =>
    supervisor.start({ settings: 'port 0', settingsFor: (port) => `port ${port}`, logger: { info: log, error: log } });
  const untilForked = (total: number): Promise<unknown> =>
    eventually(async () => expect(forked.filter(({ told }) => told.length > 0)).to.have.lengthOf(total));
  return { supervisor, forked, pauses, lines, failed, clock, start, untilForked };
}

describe('the supervisor of serving processes', () => {
  it('starts them and tells them whether they take requests', async () => {
    const { supervisor, forked, start } = supervise(3);
    expect(await start()).to.deep.equal({ port: 8080 });
    supervisor.accept(true);
    await supervisor.askAll((link) => link.call('readPool', undefined));
    expect(forked.map(({ told }) => told)).to.deep.equal(Array(3).fill(['start port 0', 'accept true']));
  });

  it('starts none if one cannot start, and throws its error', async () => {
    const refuse = (number: number): void => {
      if (number === 2) throw new ForeseenError('port 8080 is in use: set PORT');
    };
    const { forked, start } = supervise(2, { start: refuse });
    const error = await thrownBy(start());
    expect(error).to.be.instanceOf(ForeseenError).with.property('message', 'port 8080 is in use: set PORT');
    expect(await Promise.all(forked.map(({ ended }) => ended))).to.deep.equal(
      Array(2).fill({ code: null, signal: 'SIGKILL' }),
    );
  });

  it('says how a process ended that ended while it started', async () => {
    const { forked, start } = supervise(1, { start: () => forked[0]?.end({ signal: 'SIGKILL' }) });
    const error = await thrownBy(start());
    expect((error as Error).message).to.equal('a serving process ended with SIGKILL while it started: see the log');
  });

  it('replaces a process that ends, on the same port, after pauses that double', async () => {
    const { supervisor, forked, pauses, lines, start, untilForked } = supervise(1);
    await start();
    supervisor.accept(true);
    for (const number of [1, 2, 3, 4]) {
      forked[number - 1]?.end({ code: 1 });
      await untilForked(number + 1);
      await eventually(async () => expect(forked[number]?.told).to.deep.equal(['start port 8080', 'accept true']));
    }
    expect(pauses).to.deep.equal([200, 400, 800, 1600]);
    expect(lines.slice(0, 2)).to.deep.equal(['a serving process has ended', 'a serving process has started']);
  });

  it('gives up after five failures in a row in one place', async () => {
    const { forked, failed, start, untilForked } = supervise(2);
    await start();
    for (const number of [1, 3, 4, 5, 6]) {
      forked[number - 1]?.end({ code: 70 });
      if (number < 6) await untilForked(Math.max(3, number + 1));
    }
    await eventually(async () => expect(failed).to.have.lengthOf(1));
    expect(failed[0]?.message).to.equal('a serving process fails again and again: it ended with exit code 70');
  });

  it('does not count a process that lived for ten seconds, nor one that was asked to end', async () => {
    const { supervisor, forked, pauses, clock, start, untilForked } = supervise(1);
    await start();
    forked[0]?.end({ code: 1 });
    await untilForked(2);
    await supervisor.askAll((link) => link.call('readPool', undefined));
    clock.now += 10_000;
    forked[1]?.end({ code: 1 });
    await untilForked(3);
    await supervisor.askAll((link) => link.call('readPool', undefined));
    forked[2]?.leave();
    await untilForked(4);
    expect(pauses).to.deep.equal([200, 200, 100]);
  });

  it('counts a replacement that cannot start, and goes on', async () => {
    const refuse = (number: number): void => {
      if (number === 2) throw new Error('no memory');
    };
    const { forked, pauses, lines, start, untilForked } = supervise(1, { start: refuse });
    await start();
    forked[0]?.end({ code: 1 });
    await untilForked(3);
    expect(pauses).to.deep.equal([200, 400]);
    expect(lines).to.include('a serving process could not start');
  });

  it('drains all, and kills those that do not end in time', async () => {
    const { supervisor, forked, start } = supervise(2);
    await start();
    expect(await supervisor.stop(5000)).to.equal(true);
    expect(await Promise.all(forked.map(({ ended }) => ended))).to.deep.equal(Array(2).fill({ code: 0, signal: null }));
    const hanging = supervise(1, { start: () => undefined });
    await hanging.start();
    hanging.forked[0]!.link.tell = () => undefined;
    expect(await hanging.supervisor.stop(20)).to.equal(false);
    expect(await hanging.forked[0]!.ended).to.deep.equal({ code: null, signal: 'SIGKILL' });
    expect(hanging.forked).to.have.lengthOf(1);
  });

  it('keeps the counts of those that have ended', async () => {
    const { supervisor, forked, start, untilForked } = supervise(2);
    await start();
    const total = async (): Promise<number> =>
      (await supervisor.readMetrics()).flat().reduce((sum, { values }) => sum + (values[0]?.value ?? 0), 0);
    expect(await total()).to.equal(1 + 2);
    forked[0]?.end({ signal: 'SIGKILL' });
    await untilForked(3);
    expect(await total()).to.equal(1 + 2 + 3);
    forked[1]?.leave();
    await untilForked(4);
    expect(await total()).to.equal(1 + 2 + 3 + 4);
  });
});
