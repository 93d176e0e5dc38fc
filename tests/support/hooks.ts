import { config } from 'chai';
import { endAll } from './end.ts';

// The runner prints the message of a failure without a diff, so the message must be long enough to show the difference.
config.truncateThreshold = 4000;

/** Mocha's root hooks, which .mocharc.json loads into every run. */
export const mochaHooks = {
  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(60_000);
    await endAll();
  },
};
