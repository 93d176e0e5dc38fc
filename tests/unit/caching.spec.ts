import { expect } from 'chai';
import { readRelease } from '../../src/caching.ts';

describe('what tells the shared values of releases apart', () => {
  it('is another one for each version and commit, and the same for the same build', async () => {
    const commit = 'a'.repeat(40);
    const builds = [
      { version: '2.1.0', commit: null },
      { version: '2.1.1', commit: null },
      { version: '2.1.1', commit },
      { version: '2.1.1', commit: 'b'.repeat(40) },
    ];
    const releases = await Promise.all(builds.map(readRelease));
    expect(new Set(releases).size).to.equal(builds.length);
    expect(await readRelease({ version: '2.1.1', commit })).to.equal(releases[2]);
  });
});
