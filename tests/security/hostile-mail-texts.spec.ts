import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { ApiKey, Incident, SessionFacts } from '../../generated/v2/types.ts';
import type { Mail } from '../../src/platform/mailer.ts';
import { documentedOperations } from '../support/contract/document.ts';

// What others choose to be called must reach nobody's mailbox as a link, a line of its own, or turned around.

const publicUrl = 'https://architect.example.com';
const token = Buffer.from('northern-harbor-lantern-05-token').toString('base64url');

/** One call of each template, with the hostile text wherever somebody but us chooses it. */
const templates: Readonly<Record<string, (make: (...values: unknown[]) => Mail, hostile: string) => Mail>> = {
  accountMadeMail: (make, name) => make({ email: 'ada@meridian.example', name }, publicUrl, token),
  welcomeMail: (make, name) =>
    make(
      { email: 'ada@meridian.example', name },
      { organization: { name }, project: { key: 'START', name }, taskCount: 3, publicUrl },
    ),
  suspicionMail: (make, name) => {
    const session = { id: token, created_at: '2026-11-02T08:00:00.000Z', address: '192.0.2.17', user_agent: name };
    const facts = { ...session, suspicion: 'new_place' } as unknown as SessionFacts;
    return make({ email: 'ada@meridian.example', name }, publicUrl, facts);
  },
  escalationMail: (make, text) => {
    const at = '2026-11-02T08:00:00.000Z';
    const incident = { id: token, status: 'open', title: text, message: text, occurrence_count: 3 } as const;
    const open = { ...incident, opened_at: at, last_seen_at: at, closed_at: null } as unknown as Incident;
    const closed = { ...open, status: 'closed', closed_at: at } as const;
    return make({ to: 'ada@meridian.example', incidents: [open, closed], publicUrl });
  },
  factorOnMail: (make, name) => make({ email: 'ada@meridian.example', name }),
  factorRemovedMail: (make, name) => make({ email: 'ada@meridian.example', name }),
  passwordResetMail: (make, name) => make({ email: 'ada@meridian.example', name }, publicUrl, token),
  passwordChangedMail: (make, name) => {
    const key = { id: token, name, hint: '…abcd', created_at: '2026-11-02T08:00:00.000Z' } as unknown as ApiKey;
    return make({ email: 'ada@meridian.example', name }, publicUrl, [key]);
  },
  verificationMail: (make) => make('ada@meridian.example', publicUrl, { token, isWithoutPassword: true }),
  accountExistsMail: (make, name) => make({ email: 'ada@meridian.example', name }, publicUrl),
  invitationMail: (make, name) =>
    make({ to: 'ada@meridian.example', organization: name, inviter: name, token, publicUrl }),
};

const hostile: Readonly<Record<string, string>> = {
  'a URL': 'Ada https://evil.example/login now',
  'a host': 'Ada evil.example now',
  'a host with www': 'Ada www.evil.example now',
  'a URL by address': 'Ada http://203.0.113.7/login now',
  'an address': 'Ada help@evil.example now',
  'mailto:': 'Ada mailto:help@evil now',
  'tel:': 'Ada tel:+15550100 now',
  'a URL without scheme': 'Ada //evil.example now',
  'a host in other dots': 'Ada evil。example now',
  'a host behind an invisible mark': 'Ada evil.\u200dexample now',
  'a scheme behind an invisible mark': 'Ada https:\u2060//evil.\u00adexample now',
  'an international host': 'Ada bücher.рф now',
  'a line break': 'Ada\nEvil line: now',
  'a carriage return': 'Ada\r\nEvil line: now',
  'a line separator': 'Ada\u2028Evil line: now',
  'a paragraph separator': 'Ada\u2029Evil line: now',
  'a next line': 'Ada\u0085Evil line: now',
  'a vertical tab': 'Ada\u000bEvil line: now',
  'an override of direction': 'Ada \u202eevil\u202c now',
  'an isolate of direction': 'Ada \u2066evil\u2069 now',
  'marks of direction': 'Ada \u200f\u061c\u200e now',
  'a header of a mail': 'Ada\r\nBcc: evil@evil.example',
  'an escape': 'Ada \u001b[2Jevil now',
  HTML: 'Ada <a href="https://evil.example">now</a>',
};

/** What mail programs make a link of, beside our own. */
const link = /\w:\/\/|\/\/\w|www\.\w|[\p{L}\p{N}-][.。．｡][\p{L}\p{M}]|\S@\S|\b(?:mailto|tel):\S/u;
/** A break of a line that we did not write, or a sign that cannot be seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function isOperation(method: string, path: string): boolean {
  return documentedOperations.some(
    (one) => one.method === method && new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
}

describe('mails', () => {
  let made: ReadonlyMap<string, (...values: unknown[]) => Mail>;

  before(async () => {
    const files = globSync('src/modules/**/*.mail.ts');
    const modules = await Promise.all(files.map((file) => import(`../../${file}`) as Promise<Record<string, unknown>>));
    made = new Map(modules.flatMap((one) => Object.entries(one) as [string, (...values: unknown[]) => Mail][]));
  });

  /** The lines of ours that hold a link of ours, without it. */
  const withoutOurs = (text: string): string =>
    text.replaceAll(new RegExp(`${publicUrl}\\S*|/api/v2/\\S*|\\d{2}\\.\\d{3}Z`, 'g'), '');

  it('come from templates that are all tried here', () => {
    expect([...made.keys()].sort()).to.deep.equal(Object.keys(templates).sort());
  });

  it('are written nowhere else', async () => {
    const files = globSync('src/**/*.ts').filter((file) => !file.endsWith('.mail.ts'));
    const sources = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const));
    const writing = sources.filter(([, source]) => /\bsubject: ['`][A-Z]/.test(source)).map(([file]) => file);
    expect(writing).to.deep.equal([]);
  });

  for (const [name, call] of Object.entries(templates)) {
    describe(name, () => {
      it('has the lines that its text has', () => {
        const plain = call(made.get(name)!, 'Ada Lindqvist');
        expect(unseen.test(plain.text.replaceAll('\n', ''))).to.equal(false);
        expect(link.test(withoutOurs(plain.text))).to.equal(false);
      });

      it('leads to operations that there are, and to the page that sends its token there', async () => {
        const { text } = call(made.get(name)!, 'Ada Lindqvist');
        const named = [...text.matchAll(/\b([A-Z]+) (?:https:\/\/[^/\s]+)?(\/api\/v2\/[^\s:.]+)/g)];
        const unknown = named.filter(([, method, path]) => !isOperation(method!, path!)).map(([whole]) => whole);
        expect(unknown).to.deep.equal([]);
        const [, page, sent] = /\/api\/([\w-]+)#token=(\S+)/.exec(text) ?? [];
        if (page === undefined) return;
        expect(sent).to.equal(token);
        const script = await readFile(`src/http/site/${page}/${page}.js`, 'utf8');
        const [, destination] = /send this token[^:]* to POST (\S+):/.exec(text)!;
        expect(script).to.include(`'${destination}'`);
      });

      for (const [kind, text] of Object.entries(hostile)) {
        it(`neutralises ${kind}`, () => {
          const plain = call(made.get(name)!, 'Ada Lindqvist');
          const mail = call(made.get(name)!, text);
          expect(mail.text.split('\n')).to.have.length(plain.text.split('\n').length);
          for (const shown of [mail.subject, ...mail.text.split('\n')]) {
            expect(shown).not.to.match(unseen);
            expect(withoutOurs(shown)).not.to.match(link);
          }
        });
      }
    });
  }

  it('show the names that people have as they are', () => {
    const names = ["Ada O'Byrne-Lindqvist", '山田 太郎', 'José Ñandú', 'محمد علي', 'Dr Ada Lindqvist', 'Team 7 & Co'];
    for (const name of names) {
      expect(templates['factorOnMail']!(made.get('factorOnMail')!, name).text).to.include(`Hello ${name},`);
    }
  });

  it('are not longer than their templates by what others choose', () => {
    const session = templates['suspicionMail']!(made.get('suspicionMail')!, 'x'.repeat(500)).text;
    expect(Math.max(...session.split('\n').map((line) => line.length))).to.be.lessThan(140);
  });
});
