import { expect } from 'chai';
import { newId } from '../../../src/platform/ids.ts';

describe('newId', () => {
  it('makes UUIDs of version 7 in lower case', () => {
    expect(newId()).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('carries the time it was made at', () => {
    const before = Date.now();
    const ms = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16);
    expect(ms).to.be.within(before - 1000, Date.now() + 1000);
  });

  it('increases from id to id, within a millisecond too', () => {
    const ids = Array.from({ length: 50_000 }, newId);
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ''))).to.be.true;
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('increases and keeps its form where the clock stands still for thousands of ids, or is set back', () => {
    const now = Date.now();
    const { now: clock } = Date;
    const ids: string[] = [];
    try {
      for (const ms of [now + 5, now - 60_000]) {
        Date.now = () => ms;
        ids.push(...Array.from({ length: 10_000 }, newId));
      }
    } finally {
      Date.now = clock;
    }
    expect(ids).to.deep.equal([...new Set(ids)].sort());
    for (const id of ids) expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
