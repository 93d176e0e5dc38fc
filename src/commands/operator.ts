import { parseArgs } from 'node:util';
import { createApp } from '../app.ts';
import { loadConfig } from '../config.ts';
import { AppError } from '../problems/app-error.ts';
import { ForeseenError } from '../problems/foreseen-error.ts';

/** `operator EMAIL [--revoke]`: an installation gets its first operator from whoever can reach its database. */
export async function operatorCommand(args: readonly string[]): Promise<void> {
  const options = { revoke: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [email] = positionals;
  if (email === undefined || positionals.length > 1) throw new ForeseenError('say who: operator EMAIL [--revoke]');
  const app = await createApp(loadConfig(), { isServing: false, isWorking: false });
  try {
    const isKnown = await app.setOperator(email, !values.revoke).catch(explainUnverified);
    if (!isKnown) throw new ForeseenError(`there is no account with the address ${email}`);
  } finally {
    await app.stop();
  }
  process.stdout.write(`${email} is ${values.revoke ? 'no operator any more' : 'an operator'}\n`);
}

function explainUnverified(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'user_not_verified') throw error;
  const message = `${String(error.params['email'])} is not verified yet: its owner must follow the link in the mail first`;
  throw new ForeseenError(message, { cause: error });
}
