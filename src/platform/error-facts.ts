import { maskText } from './secret-texts.ts';

/** Members of errors that say what failed and where, but not with which values. */
const shownMembers = [
  ...['code', 'status', 'errno', 'syscall', 'address', 'port'],
  ...['severity', 'schema', 'table', 'column', 'constraint', 'routine'],
  ...['command', 'responseCode'],
] as const;

/** PostgreSQL's messages of class 22 (data exception) quote the value. */
const dataException = /^22[\dA-Z]{3}$/;
const CAUSES_MAX = 5;

/** What the log shows of an error. */
type ErrorFacts = Readonly<Record<string, unknown>>;

/**
 * Returns what the log shows of an error and of its causes: its type, message and stack, and the members above. Other
 * members are left out, because libraries put values of requests there: PostgreSQL's `detail` has the row that breaks
 * a constraint, a problem's `params` may have an address.
 */
export function factsOfError(error: Error, depth = 1): ErrorFacts {
  const facts: Record<string, unknown> = { type: error.name, message: messageOf(error) };
  if (error.stack !== undefined) facts['stack'] = maskText(error.stack.replace(error.message, () => messageOf(error)));
  for (const name of shownMembers) {
    const value = (error as unknown as ErrorFacts)[name];
    if (typeof value === 'string' || typeof value === 'number') facts[name] = value;
  }
  if (depth >= CAUSES_MAX) return facts;
  if (error.cause instanceof Error) facts['cause'] = factsOfError(error.cause, depth + 1);
  if (error instanceof AggregateError) facts['errors'] = factsOfErrors(error.errors, depth + 1);
  return facts;
}

function factsOfErrors(errors: readonly unknown[], depth: number): readonly ErrorFacts[] {
  return errors.slice(0, CAUSES_MAX).flatMap((error) => (error instanceof Error ? [factsOfError(error, depth)] : []));
}

/** Returns the message without the values that PostgreSQL and JSON.parse quote, and without secrets. */
export function messageOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  if ('severity' in error && dataException.test(code)) return `a value was refused (${code})`;
  return error instanceof SyntaxError && error.message.includes('JSON') ? 'invalid JSON' : maskText(error.message);
}
