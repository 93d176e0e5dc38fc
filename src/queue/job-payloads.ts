/**
 * The payload of each job: name -> JSON value. A module declares its jobs beside the code that runs them:
 * `declare module 'job-payloads.ts' { interface JobPayloads { 'imports.run': { readonly import_id: string } } }`
 */
export interface JobPayloads {
  /** Created by sealMail(), which encrypts `text` and `html`. */
  'mail.send': {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly html?: string;
  };
  /** A batch of events for one subscriber, as the keys of their rows. */
  [delivery: `events.deliver:${string}`]: readonly { readonly id: string; readonly created_at: string }[];
  'events.create_partitions': Scheduled;
  'idempotency.sweep': Scheduled;
}

/** The payload of a scheduled job. */
export type Scheduled = Readonly<Record<string, unknown>>;

export type JobName = keyof JobPayloads;
