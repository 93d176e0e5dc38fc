import { parseArgs } from 'node:util';
import { createApp } from '../app.ts';
import { loadConfig } from '../config.ts';
import { ForeseenError } from '../problems/foreseen-error.ts';

/**
 * `rotate-secrets`: encrypts everything that is encrypted at rest with SECRET_KEY, so that SECRET_KEY_PREVIOUS is not
 * needed for it any more. Servers may run meanwhile, and a run that ended early can be repeated.
 * @throws ForeseenError if a value cannot be decrypted with any of the keys
 */
export async function rotateSecretsCommand(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} });
  const app = await createApp(loadConfig(), { isServing: false, isWorking: false });
  try {
    const { counts, recoveryCodes } = await app.rotateSecrets();
    for (const { name, resealed, current, changed, unreadable } of counts) {
      const facts = [`${resealed} encrypted anew`, `${current} had the current key`, `${changed} changed meanwhile`];
      process.stdout.write(`${name}: ${[...facts, `${unreadable} unreadable`].join(', ')}\n`);
    }
    process.stdout.write(`recovery codes: ${recoveryCodes} unused, of which only signatures are stored\n`);
    const lost = counts.reduce((sum, { unreadable }) => sum + unreadable, 0);
    if (lost > 0)
      throw new ForeseenError(
        `${lost} values have a key that is not set: add it to SECRET_KEY_PREVIOUS, and run again`,
      );
  } finally {
    await app.stop();
  }
}
