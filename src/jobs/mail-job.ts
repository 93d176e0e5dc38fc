import type { JobTask } from './job-context.ts';
import type { JobPayloads } from './job-payloads.ts';

/** The part of platform/mailer that the job needs. */
export interface MailSender {
  send(mail: JobPayloads['mail.send'] & { readonly messageId: string }): Promise<unknown>;
}

/** `mail.send`: a transport that fails is tried again. A mail may leave twice, with the same id, where the process dies after handing it over. */
export function createMailTask(mailer: MailSender): JobTask<'mail.send'> {
  return async (mail, { job }) => {
    await mailer.send({ ...mail, messageId: `job-${job.id}` });
  };
}
