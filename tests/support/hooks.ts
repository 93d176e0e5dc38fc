import { config } from 'chai';
import { endAll } from './end.ts';

// The runner prints messages, not diffs, so a message must contain every difference.
config.truncateThreshold = 4000;

/** Mocha's root hooks; .mocharc.json loads them into every run. */
export const mochaHooks = {
  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(60_000);
    await endAll();
  },
};
