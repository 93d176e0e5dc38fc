import { expect } from 'chai';
import type { FailureWriter } from '../../../../src/modules/incidents/log/failure-writer.service.ts';
import { createIncidentLog } from '../../../../src/modules/incidents/log/incident-log.service.ts';
import type { CountedFailure, Recovery } from '../../../../src/modules/incidents/incidents.types.ts';
import { serviceUnavailable } from '../../../../src/platform/database-errors.ts';

const at = new Date('2026-11-02T09:30:00.000Z');
const failure = (error: unknown, service = 'getTask') => ({
  ...{ kind: 'request' as const, service, title: 'The operation failed', error },
});

function createLog({ entriesMax = 10, stopMsMax = 100 } = {}) {
  const seen = { reported: [] as CountedFailure[], counted: [] as CountedFailure[], closed: [] as Recovery[] };
  const faults: { report?: Error | undefined; count?: Error | undefined; hang?: Promise<void> } = {};
  const dropped: Record<string, number> = {};
  const state = { writing: 0, most: 0, linked: 0, failures: 0 };
  const writer: FailureWriter = {
    report: async (failures) => {
      state.most = Math.max(state.most, ++state.writing);
      await faults.hang;
      state.writing--;
      if (faults.report !== undefined) throw faults.report;
      seen.reported.push(...failures);
      return new Map(failures.map((one) => [one, 'error-1']));
    },
    count: async (failures) => {
      if (faults.count !== undefined) throw faults.count;
      if (failures.some(({ message }) => message === 'poison')) throw new Error('refused');
      seen.counted.push(...failures);
    },
    link: async (failures) => void (state.linked += failures.length),
    close: async (recoveries) => void seen.closed.push(...recoveries),
    listOpen: async () => [{ kind: 'job', service: 'imports.run' }],
  };
  const log = createIncidentLog({
    writer,
    clock: { now: () => at },
    onDropped: (reason, count) => (dropped[reason] = (dropped[reason] ?? 0) + count),
    failures: { failed: () => state.failures++, succeeded: () => undefined },
    ...{ entriesMax, stopMsMax, gatherMs: 1, compareMs: 10, backOffMs: [1, 5] as const },
  });
  return { log, seen, faults, dropped, state };
}

describe('the log of incidents', () => {
  it('counts equal failures, whatever numbers and ids they name, and writes them once', async () => {
    const { log, seen } = createLog();
    for (let task = 0; task < 1000; task++) log.note(failure(`task ${task} is missing`));
    await log.flush();
    expect(seen.counted.map(({ count, error_id }) => [count, error_id])).to.deep.equal([[1000, 'error-1']]);
    await log.flush();
    expect(seen.counted).to.have.length(1);
    await log.stop();
  });

  it('names no secrets in what is mailed, audited and kept: neither in the message nor in the stack trace', async () => {
    const { log, seen } = createLog();
    const cause = new Error('cannot open redis://:hunter2@cache:6379 with PGPASSWORD=hunter2');
    log.note(failure(new Error('the DSN http://0123456789abcdef@reports.example/7 is refused', { cause })));
    log.note(failure(Object.assign(new Error('invalid input: "hunter2"'), { code: '22P02', severity: 'ERROR' })));
    await log.flush();
    expect(seen.counted.map(({ message }) => message)).to.have.members([
      'the DSN http://[masked]@reports.example/7 is refused',
      'a value was refused (22P02)',
    ]);
    expect(JSON.stringify(seen)).not.to.match(/hunter2|0123456789abcdef/);
    await log.stop();
  });

  it('keeps a bounded number of different failures, and counts those that it drops', async () => {
    const { log, seen, dropped } = createLog({ entriesMax: 3 });
    for (const name of ['a', 'b', 'c', 'd', 'e', 'a']) log.note(failure(new Error('no'), name));
    await log.flush();
    expect(seen.counted.map(({ service, count }) => [service, count])).to.deep.equal([
      ['a', 2],
      ['b', 1],
      ['c', 1],
    ]);
    expect(dropped).to.deep.equal({ full: 2 });
    await log.stop();
  });

  it('bounds texts, and never throws, whatever was thrown', async () => {
    const { log, seen } = createLog();
    const odd = new Error('x\0\ud800'.repeat(10_000));
    odd.stack = 'y'.repeat(1_000_000);
    const hostile = { get message() { throw new Error('again'); }, toString: () => 1 }; // prettier-ignore
    for (const thrown of [odd, undefined, null, 1n, Symbol('s'), () => 1, hostile]) log.note(failure(thrown));
    await log.flush();
    expect(seen.counted.length).to.be.above(4);
    for (const { message, stack } of seen.counted) {
      expect((message ?? '').length).to.be.at.most(2000);
      expect((stack ?? '').length).to.be.at.most(16_000);
      expect(message ?? '').to.satisfy((text: string) => text.isWellFormed() && !text.includes('\0'));
    }
    await log.stop();
  });

  it('keeps everything while the database does not respond, and writes it once it does', async () => {
    const { log, seen, faults, dropped } = createLog();
    Object.assign(faults, { report: serviceUnavailable(new Error('gone')), count: serviceUnavailable('gone') });
    const error = new Error('no');
    log.note(failure(error));
    await log.flush();
    log.note(failure(error));
    await log.flush();
    expect(seen.counted).to.deep.equal([]);
    Object.assign(faults, { report: undefined, count: undefined });
    await log.flush();
    expect(seen.counted.map(({ count }) => count)).to.deep.equal([2]);
    expect(seen.reported.map(({ count }) => count)).to.deep.equal([2]);
    expect(dropped).to.deep.equal({});
    await log.stop();
  });

  it('opens the incident while the error log is locked, and reports and links the failure later, once', async () => {
    const { log, seen, faults, state } = createLog();
    faults.report = serviceUnavailable(new Error('locked'));
    log.note(failure(new Error('no')));
    await log.flush();
    await log.flush();
    expect(seen.counted.map(({ count, error_id }) => [count, error_id])).to.deep.equal([[1, undefined]]);
    faults.report = undefined;
    await log.flush();
    await log.flush();
    expect([seen.reported.length, state.linked, seen.counted.length]).to.deep.equal([1, 1, 1]);
    await log.stop();
  });

  it('opens the incident although the tables of the error log are missing', async () => {
    const { log, seen, faults, dropped } = createLog();
    faults.report = new Error('relation "error_groups" does not exist');
    log.note(failure(new Error('no')));
    await log.flush();
    await log.flush();
    expect(seen.counted.map(({ error_id }) => error_id)).to.deep.equal([null]);
    expect(dropped).to.deep.equal({ refused: 1 });
    await log.stop();
  });

  it('drops a failure that the database refuses, alone', async () => {
    const { log, seen, dropped } = createLog();
    for (const text of ['good', 'poison', 'better']) log.note(failure(new Error(text)));
    await log.flush();
    expect(seen.counted.map(({ message }) => message)).to.deep.equal(['good', 'better']);
    expect(dropped).to.deep.equal({ refused: 1 });
    await log.stop();
  });

  it('has one write in flight, and ends in time although that hangs', async () => {
    const { log, faults, state, dropped } = createLog();
    let release = (): void => undefined;
    faults.hang = new Promise((resolve) => (release = resolve));
    log.note(failure(new Error('first')));
    const writes = [log.flush(), log.flush()];
    log.note(failure(new Error('second')));
    const begun = performance.now();
    await log.stop();
    expect(performance.now() - begun).to.be.below(5000);
    expect(state.most).to.equal(1);
    expect(dropped).to.deep.equal({ stopped: 2 });
    log.note(failure(new Error('late')));
    expect(dropped).to.deep.equal({ stopped: 3 });
    release();
    await Promise.all(writes);
  });

  it('takes a job for failing at its third failure, or its last, and for mended at a success', async () => {
    const { log, seen } = createLog();
    const end = { name: 'imports.run', error: new Error('no') };
    for (const attempt of [1, 2, 3]) log.noteJobEnd({ ...end, outcome: 'failed', attempt });
    log.noteJobEnd({ ...end, name: 'mail.send', outcome: 'failed', attempt: 9 });
    log.noteJobEnd({ ...end, name: 'mail.send', outcome: 'dead', attempt: 25 });
    log.noteJobEnd({ ...end, outcome: 'done', attempt: 4 });
    log.noteJobEnd({ ...end, name: 'other', outcome: 'done', attempt: 1 });
    await log.flush();
    expect(seen.counted.map(({ kind, service, count }) => [kind, service, count])).to.deep.equal([
      ['job', 'imports.run', 1],
      ['mail', 'mail.send', 1],
    ]);
    while (seen.closed.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(seen.closed).to.deep.equal([{ kind: 'job', service: 'imports.run', at }]);
    await log.stop();
  });
});
