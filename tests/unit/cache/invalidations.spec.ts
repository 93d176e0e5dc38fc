import { expect } from 'chai';
import { systemClock } from '../../../src/platform/clock.ts';
import { Invalidations } from '../../../src/cache/invalidations.ts';

describe('Invalidations', () => {
  it('make stale what was loaded before an invalidation of its tags, and nothing else', () => {
    const invalidations = new Invalidations(systemClock);
    const before = invalidations.count;
    invalidations.add(['task:1', 'task@a']);
    expect(invalidations.isFresh(['task:1'], before)).to.equal(false);
    expect(invalidations.isFresh(['project:1', 'task@a'], before)).to.equal(false);
    expect(invalidations.isFresh(['task:2', 'task@b'], before)).to.equal(true);
    expect(invalidations.isFresh(['task:1', 'task@a'], invalidations.count)).to.equal(true);
  });

  it('make everything stale at once', () => {
    const invalidations = new Invalidations(systemClock);
    const before = invalidations.count;
    invalidations.addEverything();
    expect(invalidations.isFresh([], before)).to.equal(false);
    expect(invalidations.isFresh(['task:1'], invalidations.count)).to.equal(true);
  });

  it('make stale what is older than the forgotten tags, and keep exact what is younger', () => {
    const invalidations = new Invalidations(systemClock, 2);
    const oldest = invalidations.count;
    invalidations.add(['a']);
    const afterA = invalidations.count;
    invalidations.add(['b']);
    const afterB = invalidations.count;
    expect(invalidations.isFresh(['a'], oldest), 'a, of the generation before').to.equal(false);
    expect(invalidations.isFresh(['x'], oldest), 'nothing is forgotten yet').to.equal(true);
    // Forgets a and b.
    invalidations.add(['c', 'd', 'e']);
    expect(invalidations.isFresh(['x'], oldest), 'before a').to.equal(false);
    expect(invalidations.isFresh(['x'], afterA), 'before b').to.equal(false);
    expect(invalidations.isFresh(['x'], afterB), 'after b').to.equal(true);
    expect(invalidations.isFresh(['d'], afterB), 'before d').to.equal(false);
  });

  it('know the last invalidation of a tag of two generations', () => {
    const invalidations = new Invalidations(systemClock, 2);
    invalidations.add(['a']);
    invalidations.add(['b']);
    const between = invalidations.count;
    invalidations.add(['a']);
    const before = invalidations.count;
    invalidations.add(['c']);
    expect(invalidations.isFresh(['a'], between)).to.equal(false);
    expect(invalidations.isFresh(['a'], before)).to.equal(true);
    expect(invalidations.isFresh(['b'], before)).to.equal(true);
    expect(invalidations.isFresh(['c'], before)).to.equal(false);
  });

  it('judge values of other processes by the last invalidation, also of the generation before', () => {
    const clock = { now: () => new Date(0) };
    const invalidations = new Invalidations(clock, 2);
    clock.now = () => new Date(100_000);
    invalidations.add(['a', 'b']);
    clock.now = () => new Date(200_000);
    invalidations.add(['a']);
    expect(invalidations.isFreshOfOthers(['b'], 106_000), 'after b').to.equal(true);
    expect(invalidations.isFreshOfOthers(['b'], 104_000), 'perhaps before b').to.equal(false);
    expect(invalidations.isFreshOfOthers(['a'], 106_000), 'before a').to.equal(false);
  });
});
