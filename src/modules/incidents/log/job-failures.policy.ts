import type { Failure } from '../incidents.types.ts';

/** A job that has failed so often, which takes about ten seconds, is an incident, although it is retried. */
export const FAILED_ATTEMPTS_MIN = 3;

/** How the run of a job ended. */
export interface JobEnd {
  readonly name: string;
  readonly outcome: 'done' | 'failed' | 'dead';
  readonly attempt: number;
  readonly error: Error | undefined;
}

const MAIL_JOB = 'mail.send';
const deliveryPrefix = 'events.deliver:';

/** Returns the part that a job belongs to. */
function partOfJob(name: string): Pick<Failure, 'kind' | 'service'> {
  return { kind: name === MAIL_JOB ? 'mail' : 'job', service: name };
}

/**
 * Returns the failure that the end of a run is; undefined while there is hope. A mail that is retried is none: the mail
 * server that does not respond is.
 */
export function failureOfJob({ name, outcome, attempt, error }: JobEnd): Failure | undefined {
  const isDead = outcome === 'dead';
  if (!isDead && (outcome !== 'failed' || attempt < FAILED_ATTEMPTS_MIN || name === MAIL_JOB)) return undefined;
  return { ...partOfJob(name), title: titleOf(name, isDead), error, tags: { job: name, outcome } };
}

function titleOf(name: string, isDead: boolean): string {
  if (name === MAIL_JOB) return 'A mail could not be delivered';
  const what = name.startsWith(deliveryPrefix)
    ? `The subscriber ${name.slice(deliveryPrefix.length)}`
    : `The job ${name}`;
  return isDead ? `${what} failed for the last time` : `${what} fails again and again`;
}
