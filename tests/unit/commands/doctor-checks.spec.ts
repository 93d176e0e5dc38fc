import { expect } from 'chai';
import { failOf } from '../../../src/commands/doctor/finding.ts';
import { checkSkew, checkSpace } from '../../../src/commands/doctor/machine-checks.ts';

describe('the checks of the doctor', () => {
  for (const [skewMs, state, text] of [
    [0, 'ok', '0.0 s ahead of'],
    [999, 'ok', '1.0 s behind'],
    [-999, 'ok', '1.0 s ahead of'],
    [1000, 'warn', '1.0 s behind'],
    [-29_999, 'warn', '30.0 s ahead of'],
    [30_000, 'fail', '30.0 s behind'],
    [-3_600_000, 'fail', '3600.0 s ahead of'],
  ] as const) {
    it(`call a clock that differs by ${skewMs} ms ${state}`, () => {
      expect(checkSkew(skewMs)).to.include({ state, text: `this machine is ${text} the database` });
    });
  }

  for (const [free, state] of [
    [0, 'fail'],
    [99, 'fail'],
    [100, 'warn'],
    [1023, 'warn'],
    [1024, 'ok'],
  ] as const) {
    it(`call ${free} MiB of free space ${state}`, () => {
      expect(checkSpace(free, '/data')).to.include({ state, text: `${free} MiB free at /data` });
    });
  }

  for (const [message, text, remedy] of [
    ['PORT is wrong: set it to a number', 'PORT is wrong', 'set it to a number'],
    [
      'SECRET_KEY is missing: set it to the output of: openssl',
      'SECRET_KEY is missing',
      'set it to the output of: openssl',
    ],
    [
      'DATABASE_URL: none at db:5432 (a: b): start the server',
      'DATABASE_URL: none at db:5432 (a: b)',
      'start the server',
    ],
    ['it broke', 'it broke', 'find the message in docs/TROUBLESHOOTING.md'],
  ] as const) {
    it(`separate the remedy in "${message}"`, () => {
      expect(failOf('one', message)).to.deep.equal({ check: 'one', state: 'fail', text, remedy });
    });
  }
});
