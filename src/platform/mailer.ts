import { link, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import { CircuitBreaker, CircuitOpenError } from './circuit-breaker.ts';
import type { Clock } from './clock.ts';
import { newId } from './ids.ts';
import { assertSmtpUtf8, needsSmtpUtf8 } from './smtp-utf8.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Kept by repetitions of the same mail, so that a receiver can tell them; the sender's domain is added. */
  readonly messageId?: string;
}

/** Sends mail, or refuses: a rejected promise means that it must be tried again. */
interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

interface MailerSettings {
  readonly smtpUrl: string | undefined;
  readonly from: string;
  /** Where mail lands as .eml files when there is no smtpUrl. */
  readonly directory: string;
  readonly clock: Clock;
  /** For each step of a conversation with the server. */
  readonly timeoutMs?: number;
  /** Told how each delivery to the server went. */
  readonly onOutcome?: (outcome: { readonly isUp: boolean; readonly reason: string }) => void;
}

const CONNECT_TIMEOUT_MS = 10_000;
/** How the name of a file ends that is being written. */
const PARTIAL = '.partial';
/** Much longer than a mail takes to be written. */
const PARTIAL_KEPT_MS = 60_000;

/** Mail by SMTP; without SMTP settings every mail becomes a file that can be opened, and its links followed. */
export function createMailer(settings: MailerSettings): Mailer {
  return settings.smtpUrl === undefined ? createFileMailer(settings) : createSmtpMailer(settings.smtpUrl, settings);
}

/** RFC 5322, 3.6.4: an id is made unique by the domain of whoever made it; without one, filters take mail for spam. */
function withMessageId({ messageId, ...mail }: Mail, from: string): Mail {
  const domain = /@([^@<>\s]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return messageId === undefined ? mail : { ...mail, messageId: `<${messageId}@${domain}>` };
}

function createSmtpMailer(url: string, settings: MailerSettings): Mailer {
  const { from, timeoutMs = CONNECT_TIMEOUT_MS, onOutcome } = settings;
  const { hostname } = new URL(url);
  const breaker = new CircuitBreaker();
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    ...timeouts,
    // Mail is made of values only: nothing in it may make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      try {
        await breaker.run(hostname, async () => {
          if (needsSmtpUtf8(mail.to)) await assertSmtpUtf8({ ...parseConnectionUrl(url), ...timeouts });
          await transport.sendMail({ from, ...withMessageId(mail, from) });
        });
        onOutcome?.({ isUp: true, reason: '' });
      } catch (error) {
        if (!(error instanceof CircuitOpenError)) onOutcome?.(outcomeOf(error));
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** A server that refuses a recipient or a message speaks with us; one that refuses our log-in is of no use. */
function outcomeOf(error: unknown): { readonly isUp: boolean; readonly reason: string } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { isUp: true, reason: '' };
  return { isUp: false, reason: error instanceof Error ? error.message : String(error) };
}

function createFileMailer({ from, directory, clock }: MailerSettings): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  let swept: Promise<void> | undefined;
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail({ from, date: clock.now(), ...withMessageId(mail, from) });
      // File names have at most 255 bytes; addresses alone may have 254.
      const recipient = mail.to
        .toLowerCase()
        .replace(/[^a-z0-9@._+-]/g, '_')
        .slice(0, 100);
      // The links in mails open accounts.
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await (swept ??= sweepPartials(directory));
      await place(
        directory,
        `${clock.now().toISOString().replaceAll(':', '-')}-${recipient}`,
        readable(message as Buffer),
      );
    },
    close: () => transport.close(),
  };
}

/**
 * The same message with 8bit bodies (RFC 6152) in place of quoted-printable ones, which would break long links up and
 * write `=3D` for `=`: a link in the file is copied, or followed by a script, as it stands.
 */
function readable(message: Buffer): Buffer {
  const text = message.toString('latin1');
  const boundary = /\bboundary="(?<name>[^"]+)"/.exec(headOf(text))?.groups?.['name'];
  // Only the boundary itself ends a part: a line of the body may begin with -- as well.
  if (boundary === undefined) return Buffer.from(readablePart(text), 'latin1');
  const delimiter = `\n--${boundary}`;
  return Buffer.from(text.split(delimiter).map(readablePart).join(delimiter), 'latin1');
}

function headOf(part: string): string {
  const [head = ''] = part.split('\n\n', 1);
  return head;
}

function readablePart(part: string): string {
  const encoding = /^(Content-Transfer-Encoding: )quoted-printable$/m;
  const head = headOf(part);
  if (!encoding.test(head)) return part;
  const bytes = part
    .slice(head.length)
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return head.replace(encoding, '$18bit') + bytes;
}

/** Whoever watches the folder sees whole files only; mails of one millisecond get numbers. */
async function place(directory: string, name: string, message: Buffer): Promise<void> {
  const partial = join(directory, `.${newId()}${PARTIAL}`);
  try {
    await writeFile(partial, message, { mode: 0o600 });
    for (let number = 1; ; number++) {
      try {
        await link(partial, join(directory, `${name}${number === 1 ? '' : `-${number}`}.eml`));
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  } finally {
    await rm(partial, { force: true });
  }
}

/** Removes what processes have left that died while they wrote a mail. */
async function sweepPartials(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.startsWith('.') && name.endsWith(PARTIAL));
  for (const name of names) {
    const path = join(directory, name);
    const left = await stat(path).catch(() => undefined);
    // By the clock that the file system goes by.
    if (left !== undefined && Date.now() - left.mtimeMs > PARTIAL_KEPT_MS) await rm(path, { force: true });
  }
}
