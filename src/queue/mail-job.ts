import type { Cipher, Keyring } from '../platform/crypto.ts';
import type { AnonymousUnit } from '../platform/unit.ts';
import { enqueue } from './enqueue.ts';
import type { JobTask } from './job-context.ts';
import type { JobPayloads } from './job-payloads.ts';

/** The part of the mailer (platform/mailer.ts) that the job uses. */
export interface MailSender {
  send(mail: JobPayloads['mail.send'] & { readonly messageId: string }): Promise<unknown>;
}

/** The purpose that selects the keyring's cipher for mails. */
export const MAIL_PURPOSE = 'mail';

/** Creates the payload of `mail.send`. Texts are encrypted, because they contain links that give access to accounts. */
export function sealMail(cipher: Pick<Cipher, 'seal'>, mail: JobPayloads['mail.send']): JobPayloads['mail.send'] {
  const seal = (text: string): string => cipher.seal(Buffer.from(text), mail.to).toString('base64url');
  return { ...mail, text: seal(mail.text), ...(mail.html === undefined ? {} : { html: seal(mail.html) }) };
}

/** Creates a function that enqueues mails in a unit's transaction. */
export function createSendMail(
  keyring: Pick<Keyring, 'cipher'>,
): (unit: AnonymousUnit, mail: JobPayloads['mail.send']) => Promise<void> {
  const cipher = keyring.cipher(MAIL_PURPOSE);
  return (unit, mail) => enqueue(unit, 'mail.send', sealMail(cipher, mail));
}

/**
 * Creates the task `mail.send`. A failed delivery is retried. If the process dies after sending a mail, the mail is
 * sent twice, with the same message id.
 */
export function createMailTask(mailer: MailSender, cipher: Pick<Cipher, 'open'>): JobTask<'mail.send'> {
  return async (mail, { job }) => {
    const open = (sealed: string): string => cipher.open(Buffer.from(sealed, 'base64url'), mail.to).toString();
    const html = mail.html === undefined ? {} : { html: open(mail.html) };
    await mailer.send({ ...mail, text: open(mail.text), ...html, messageId: `job-${job.id}` });
  };
}
