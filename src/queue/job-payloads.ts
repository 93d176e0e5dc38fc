/**
 * What each job is given: name -> payload, as JSON. A module adds its jobs beside the code that runs them:
 * `declare module 'job-payloads.ts' { interface JobPayloads { 'imports.run': { readonly import_id: string } } }`
 */
export interface JobPayloads {
  /** As sealMail() makes it: what is said is encrypted. */
  'mail.send': {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly html?: string;
  };
  /** A batch of events for one subscriber; each is where the event's row is. */
  [delivery: `events.deliver:${string}`]: readonly { readonly id: string; readonly created_at: string }[];
  'events.create_partitions': Scheduled;
  'idempotency.sweep': Scheduled;
}

/** The payload of a job that the clock starts. */
export type Scheduled = Readonly<Record<string, unknown>>;

export type JobName = keyof JobPayloads;
