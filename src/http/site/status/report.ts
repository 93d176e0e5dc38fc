import type { PublicHealth } from '../../options.ts';

interface PartReport {
  readonly name: string;
  readonly status: 'healthy' | 'unhealthy';
  readonly summary: string;
}

export interface StatusReport {
  /** `healthy` if every part is. */
  readonly status: PartReport['status'];
  readonly summary: string;
  readonly read_at: string;
  readonly parts: readonly PartReport[];
}

/** Words the state of the service. It tells no more than getHealth and getReadiness, which need no credential. */
export function toStatusReport({ isDatabaseUp, isAccepting, at }: PublicHealth): StatusReport {
  const parts = [
    // A process that does not respond shows no page either.
    { name: 'process', status: 'healthy', summary: 'The process responds.' } as const,
    part('requests', isAccepting, {
      good: 'New requests are accepted.',
      bad: 'The process starts or shuts down, and should get no new requests.',
    }),
    part('database', isDatabaseUp, {
      good: 'The database responds.',
      bad: 'The database does not respond. Requests that need it return 503.',
    }),
  ];
  const isHealthy = parts.every(({ status }) => status === 'healthy');
  return {
    status: isHealthy ? 'healthy' : 'unhealthy',
    summary: isHealthy ? 'The service works.' : 'A part of the service does not work.',
    read_at: at.toISOString(),
    parts,
  };
}

function part(name: string, isHealthy: boolean, words: { readonly good: string; readonly bad: string }): PartReport {
  return { name, status: isHealthy ? 'healthy' : 'unhealthy', summary: isHealthy ? words.good : words.bad };
}
