import { parseArgs } from 'node:util';
import { createApp } from '../app.ts';
import { loadConfig } from '../config.ts';
import { toTerminalLine } from '../platform/terminal-text.ts';
import { AppError } from '../problems/app-error.ts';
import { ForeseenError } from '../problems/foreseen-error.ts';
import { UsageError } from '../problems/usage-error.ts';

/** `operator EMAIL [--revoke]`: grants or revokes the operator role. Anybody who can reach the database can run it. */
export async function operatorCommand(args: readonly string[]): Promise<void> {
  const options = { revoke: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [email] = positionals;
  if (email === undefined || positionals.length > 1) throw new UsageError('name one user: operator EMAIL [--revoke]');
  const app = await createApp(loadConfig(), { isServing: false, isWorking: false });
  try {
    const isKnown = await app.setOperator(email, !values.revoke).catch(explainUnverified);
    if (!isKnown) throw new ForeseenError(`no account has the address ${email}: check the spelling, or register it`);
  } finally {
    await app.stop();
  }
  process.stdout.write(`${toTerminalLine(email)} is ${values.revoke ? 'no longer an operator' : 'an operator'}\n`);
}

function explainUnverified(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'user_not_verified') throw error;
  const message = `${String(error.params['email'])} is not verified yet: its owner must follow the link in the mail first`;
  throw new ForeseenError(message, { cause: error });
}
