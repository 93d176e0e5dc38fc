import { expect } from 'chai';
import { createReportLimits } from '../../../../src/modules/reporting-keys/intake/report-limits.service.ts';

describe('the limits of reporting keys', () => {
  const now = new Date('2026-11-30T12:00:15.000Z');
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const use = { key_id: 'key', category: 'error', max: 5, now } as const;

  it('goes on from the last count that Redis told when Redis fails', async () => {
    let isAway = false;
    let count = 0;
    const redis = {
      incr: () => (isAway ? Promise.reject(new Error('Redis is away')) : Promise.resolve((count += 2))),
      expire: () => Promise.resolve(1),
    };
    const limits = createReportLimits({ redis, logger });
    expect([await limits.count(use), await limits.count(use)]).to.deep.equal([undefined, undefined]);
    isAway = true;
    expect([await limits.count(use), await limits.count(use)]).to.deep.equal([undefined, 45]);
  });

  it('counts categories, keys and minutes apart', async () => {
    const limits = createReportLimits({ redis: undefined, logger });
    for (let count = 0; count < 5; count += 1) expect(await limits.count(use)).to.equal(undefined);
    expect(await limits.count(use)).to.equal(45);
    const others = [{ category: 'session' }, { key_id: 'other' }, { now: new Date(now.getTime() + 60_000) }] as const;
    for (const other of others) expect(await limits.count({ ...use, ...other })).to.equal(undefined);
  });
});
