import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A sent mail. Without SMTP settings the server writes one .eml file per mail. */
export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  /** The whole message, with unbroken links. */
  readonly text: string;
  /** The first link; undefined if there is none. */
  readonly link: string | undefined;
}

export interface Mailbox {
  /** Waits for the next mail to an address; each mail is returned once. @throws Error if none arrives in time */
  next(to: string, withinMs?: number): Promise<ReceivedMail>;
  /** Returns all mails to an address, oldest first. */
  all(to: string): Promise<ReceivedMail[]>;
}

function headerOf(text: string, name: string): string {
  const match = new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(text);
  return (match?.[1] ?? '').replaceAll(/\r?\n[ \t]/g, ' ').trim();
}

function readMail(text: string): ReceivedMail {
  return {
    to: headerOf(text, 'To')
      .replace(/^.*<|>.*$/g, '')
      .toLowerCase(),
    subject: headerOf(text, 'Subject'),
    text,
    link: /https?:\/\/[^\s<>"]+/.exec(text)?.[0],
  };
}

/** Reads the mails in `directory`. */
export function createMailbox(directory: string): Mailbox {
  const countsByAddress = new Map<string, number>();

  const all = async (to: string): Promise<ReceivedMail[]> => {
    const names = await readdir(directory).catch(() => []);
    const eml = names.filter((name) => name.endsWith('.eml')).sort();
    const mails = await Promise.all(eml.map(async (name) => readMail(await readFile(join(directory, name), 'utf8'))));
    return mails.filter((mail) => mail.to === to.toLowerCase());
  };

  return {
    all,
    next: async (to, withinMs = 10_000) => {
      const deadline = performance.now() + withinMs;
      const seen = countsByAddress.get(to) ?? 0;
      for (;;) {
        const mail = (await all(to))[seen];
        if (mail !== undefined) {
          countsByAddress.set(to, seen + 1);
          return mail;
        }
        if (performance.now() > deadline) throw new Error(`no mail to ${to} within ${withinMs} ms`);
        await delay(20);
      }
    },
  };
}
