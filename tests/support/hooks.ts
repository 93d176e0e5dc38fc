import { config } from 'chai';
import { endAll } from './end.ts';

// The runner shows messages, not diffs: a failure must tell all that differs.
config.truncateThreshold = 4000;

/** Mocha's root hooks; .mocharc.json loads them into every run. */
export const mochaHooks = {
  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(60_000);
    await endAll();
  },
};
