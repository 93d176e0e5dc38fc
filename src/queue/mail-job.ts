import type { Cipher, Keyring } from '../platform/crypto.ts';
import type { AnonymousUnit } from '../platform/unit.ts';
import { enqueue } from './enqueue.ts';
import type { JobTask } from './job-context.ts';
import type { JobPayloads } from './job-payloads.ts';

/** The part of platform/mailer that the job needs. */
export interface MailSender {
  send(mail: JobPayloads['mail.send'] & { readonly messageId: string }): Promise<unknown>;
}

/** What the keyring's cipher for mails is called. */
export const MAIL_PURPOSE = 'mail';

/** The payload of `mail.send`: texts hold links that open accounts, so the tables of the queue see none of them. */
export function sealMail(cipher: Pick<Cipher, 'seal'>, mail: JobPayloads['mail.send']): JobPayloads['mail.send'] {
  const seal = (text: string): string => cipher.seal(Buffer.from(text), mail.to).toString('base64url');
  return { ...mail, text: seal(mail.text), ...(mail.html === undefined ? {} : { html: seal(mail.html) }) };
}

/** What leaves mails behind in a unit's transaction. */
export function createSendMail(
  keyring: Pick<Keyring, 'cipher'>,
): (unit: AnonymousUnit, mail: JobPayloads['mail.send']) => Promise<void> {
  const cipher = keyring.cipher(MAIL_PURPOSE);
  return (unit, mail) => enqueue(unit, 'mail.send', sealMail(cipher, mail));
}

/** `mail.send`: a transport that fails is tried again. A mail may leave twice, with the same id, where the process dies after handing it over. */
export function createMailTask(mailer: MailSender, cipher: Pick<Cipher, 'open'>): JobTask<'mail.send'> {
  return async (mail, { job }) => {
    const open = (sealed: string): string => cipher.open(Buffer.from(sealed, 'base64url'), mail.to).toString();
    const html = mail.html === undefined ? {} : { html: open(mail.html) };
    await mailer.send({ ...mail, text: open(mail.text), ...html, messageId: `job-${job.id}` });
  };
}
