import { link, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CircuitBreaker, CircuitOpenError } from './circuit-breaker.ts';
import type { Clock } from './clock.ts';
import { newId } from './ids.ts';
import { onFirstUse } from './on-first-use.ts';
import { assertSmtpUtf8, needsSmtpUtf8 } from './smtp-utf8.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /**
   * The same for every attempt to send this mail, so that receivers can detect duplicates. The sender's domain is
   * added.
   */
  readonly messageId?: string;
}

/** Sends mail. A rejected promise means that the caller must retry. */
interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

interface MailerSettings {
  readonly smtpUrl: string | undefined;
  readonly from: string;
  /** The folder for .eml files, used if there is no smtpUrl. */
  readonly directory: string;
  readonly clock: Clock;
  /** The limit for connecting, for the greeting, and for a silent socket. */
  readonly timeoutMs?: number;
  /** Called after each delivery attempt. */
  readonly onOutcome?: (outcome: { readonly isUp: boolean; readonly reason: string }) => void;
}

const CONNECT_TIMEOUT_MS = 10_000;
/** Suffix of a file that is still being written. */
const PARTIAL = '.partial';
/** Much longer than writing a mail takes. */
const PARTIAL_KEPT_MS = 60_000;

/**
 * Creates a mailer that sends by SMTP; without SMTP settings, one that writes each mail to a file whose links can be
 * followed. nodemailer is loaded with the first mail, so that no start waits for it.
 */
export function createMailer(settings: MailerSettings): Mailer {
  return settings.smtpUrl === undefined ? createFileMailer(settings) : createSmtpMailer(settings.smtpUrl, settings);
}

/** The sender's domain makes the id unique (RFC 5322, 3.6.4). Spam filters reject ids without a domain. */
function withMessageId({ messageId, ...mail }: Mail, from: string): Mail {
  const domain = /@([^@<>\s]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return messageId === undefined ? mail : { ...mail, messageId: `<${messageId}@${domain}>` };
}

function createSmtpMailer(url: string, settings: MailerSettings): Mailer {
  const { from, timeoutMs = CONNECT_TIMEOUT_MS, onOutcome } = settings;
  const { hostname } = new URL(url);
  const breaker = new CircuitBreaker();
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  let onClose = (): void => undefined;
  const open = onFirstUse(async () => {
    const { createTransport } = await import('nodemailer');
    // Mail content is passed as values: it must not make the server read a file or fetch a URL.
    const closed = { disableFileAccess: true, disableUrlAccess: true };
    const transport = createTransport({ url, pool: true, maxConnections: 2, ...timeouts, ...closed });
    onClose = () => transport.close();
    return transport;
  });
  return {
    send: async (mail) => {
      try {
        await breaker.run(hostname, async () => {
          const transport = await open();
          if (needsSmtpUtf8(mail.to)) await assertSmtpUtf8(url, timeouts);
          await transport.sendMail({ from, ...withMessageId(mail, from) });
        });
        onOutcome?.({ isUp: true, reason: '' });
      } catch (error) {
        if (!(error instanceof CircuitOpenError)) onOutcome?.(outcomeOf(error));
        throw toMailError(error);
      }
    },
    close: () => onClose(),
  };
}

/**
 * Connects to a mail server, negotiates TLS and logs in, without sending a mail.
 * @throws the connection's error
 */
export async function verifyMailServer(url: string, limitMs: number): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const timeouts = { connectionTimeout: limitMs, greetingTimeout: limitMs, socketTimeout: limitMs };
  const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

const addressPattern = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g;

/** Servers repeat the recipient's address in their responses, and nodemailer's messages quote those. */
function toMailError(error: unknown): unknown {
  if (!(error instanceof Error) || !('responseCode' in error)) return error;
  const { responseCode, command, code } = error as { responseCode?: unknown; command?: unknown; code?: unknown };
  const message = error.message.replace(addressPattern, '…');
  return Object.assign(new Error(message), { code, command, responseCode });
}

/** A server that rejects a recipient or a message is up. A server that rejects our login counts as down. */
function outcomeOf(error: unknown): { readonly isUp: boolean; readonly reason: string } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { isUp: true, reason: '' };
  return { isUp: false, reason: error instanceof Error ? error.message : String(error) };
}

function createFileMailer({ from, directory, clock, onOutcome }: MailerSettings): Mailer {
  const open = onFirstUse(async () => {
    const { createTransport } = await import('nodemailer');
    return createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  });
  let swept: Promise<void> | undefined;
  // A folder that cannot be swept may still be written, and is swept with the next mail.
  const sweep = (): Promise<void> =>
    (swept ??= sweepPartials(directory).catch(() => {
      swept = undefined;
    }));
  return {
    send: async (mail) => {
      const transport = await open();
      const { message } = await transport.sendMail({ from, date: clock.now(), ...withMessageId(mail, from) });
      // File names have at most 255 bytes; addresses alone may have 254.
      const recipient = mail.to
        .toLowerCase()
        .replace(/[^a-z0-9@._+-]/g, '_')
        .slice(0, 100);
      const name = `${clock.now().toISOString().replaceAll(':', '-')}-${recipient}`;
      try {
        // Readable by the owner only, because links in mails give access to accounts.
        await mkdir(directory, { recursive: true, mode: 0o700 });
        await sweep();
        await storeMail(directory, name, readable(message as Buffer));
      } catch (error) {
        onOutcome?.(outcomeOf(error));
        throw error;
      }
      onOutcome?.({ isUp: true, reason: '' });
    },
    close: () => undefined,
  };
}

/**
 * Rewrites quoted-printable bodies as 8bit ones (RFC 6152). Quoted-printable splits long links and writes `=` as `=3D`;
 * in 8bit a person or a script can copy a link from the file unchanged.
 */
function readable(message: Buffer): Buffer {
  const text = message.toString('latin1');
  const boundary = /\bboundary="(?<name>[^"]+)"/.exec(headOf(text))?.groups?.['name'];
  // Split at the whole boundary, because a line of the body may begin with -- too.
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

/**
 * Writes a temporary file and links it, so that readers of the folder see complete files only. Equal names get a
 * number.
 */
async function storeMail(directory: string, name: string, message: Buffer): Promise<void> {
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

/** Removes temporary files of processes that died while they wrote a mail. */
async function sweepPartials(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.startsWith('.') && name.endsWith(PARTIAL));
  for (const name of names) {
    const path = join(directory, name);
    const left = await stat(path).catch(() => undefined);
    // The system clock, not `Clock`, because the file system sets mtime by it.
    if (left !== undefined && Date.now() - left.mtimeMs > PARTIAL_KEPT_MS) await rm(path, { force: true });
  }
}
