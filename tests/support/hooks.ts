import { endAll } from './end.ts';

/** Mocha's root hooks; .mocharc.json loads them into every run. */
export const mochaHooks = {
  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(60_000);
    await endAll();
  },
};
