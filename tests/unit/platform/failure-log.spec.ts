import { expect } from 'chai';
import { createFailureLog } from '../../../src/platform/failure-log.ts';
import { serviceUnavailable } from '../../../src/platform/database-errors.ts';

interface Line {
  readonly level: 'warn' | 'info';
  readonly facts: Record<string, unknown>;
  readonly text: string;
}

function open() {
  const lines: Line[] = [];
  const time = { now: 0 };
  const write = (level: Line['level']) => (facts: unknown, text?: string) => {
    lines.push({ level, facts: facts as Record<string, unknown>, text: text ?? '' });
  };
  const logger = { warn: write('warn'), info: write('info') };
  return { lines, time, log: createFailureLog({ logger, subject: 'the relay', elapsed: () => time.now }) };
}

const refused = (): Error => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });

describe('createFailureLog', () => {
  it('writes one line for a class of failures, then their number once a minute, then one at the end', () => {
    const { lines, time, log } = open();
    for (time.now = 0; time.now <= 150_000; time.now += 500) log.failed(serviceUnavailable(refused()));
    log.succeeded();
    log.succeeded();
    expect(lines.map(({ level, text }) => `${level} ${text}`)).to.deep.equal([
      'warn the relay failed; it is tried again',
      'warn the relay still fails: 120 times in 60 s',
      'warn the relay still fails: 120 times in 60 s',
      'info the relay recovered',
    ]);
    expect(lines[0]?.facts).to.deep.equal({ reason: 'connect ECONNREFUSED 127.0.0.1:5432' });
    expect(lines[3]?.facts).to.deep.equal({ failures: 301, seconds: 151 });
  });

  const outOfReach: readonly Error[] = [
    ...['Connection terminated unexpectedly', 'timeout expired', 'Connection is closed.', 'Command timed out'],
    ...["Stream isn't writeable and enableOfflineQueue options is false", 'no response within 100 ms'],
    ...['Reached the max retries per request limit (which is 1). Refer to "maxRetriesPerRequest" option for details.'],
  ].map((text) => new Error(text));
  const passingStates = ['57P01', '57P02', '57P03', '57P05', '53300'].map((code) =>
    Object.assign(new Error(`state ${code}`), { code }),
  );
  for (const error of [...outOfReach, ...passingStates, new AggregateError([refused(), refused()])]) {
    it(`takes all ways of being out of reach for one class: ${error.message || 'several addresses'}`, () => {
      const { lines, log } = open();
      log.failed(refused());
      log.failed(error);
      log.failed(serviceUnavailable(error));
      expect(lines).to.have.lengthOf(1);
      expect(Object.keys(lines[0]!.facts)).to.deep.equal(['reason']);
    });
  }

  it('writes a line of its own for each other class, a defect with where it comes from', () => {
    const { lines, log } = open();
    const defect = new TypeError('x is not a function');
    log.failed(refused());
    log.failed(defect);
    log.failed(new TypeError('x is not a function'));
    log.failed(Object.assign(new Error('no such table'), { code: '42P01' }));
    expect(lines.map(({ facts }) => Object.keys(facts))).to.deep.equal([['reason'], ['err'], ['err']]);
    expect(lines[1]?.facts).to.deep.equal({ err: defect });
  });

  it('takes errors whose code is a number, as HTTP clients have them', () => {
    const { lines, log } = open();
    log.failed(serviceUnavailable(Object.assign(new Error('Bad Request'), { code: 400 })));
    expect(lines[0]?.facts).to.deep.equal({ reason: 'Bad Request' });
  });

  it('begins anew after a recovery', () => {
    const { lines, log } = open();
    log.failed(refused());
    log.succeeded();
    log.failed(refused());
    expect(lines.map(({ text }) => text)).to.deep.equal([
      'the relay failed; it is tried again',
      'the relay recovered',
      'the relay failed; it is tried again',
    ]);
  });

  it('bounds the number of classes', () => {
    const { lines, log } = open();
    const name = (number: number): string =>
      String.fromCharCode(97 + (number % 26)) + String.fromCharCode(97 + Math.floor(number / 26));
    for (let number = 0; number < 100; number++) log.failed(new Error(name(number)));
    expect(lines).to.have.lengthOf(21);
  });

  it('says nothing of success where nothing failed', () => {
    const { lines, log } = open();
    log.succeeded();
    expect(lines).to.deep.equal([]);
  });
});
