import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createMailer } from '../../../src/platform/mailer.ts';
import { createManualClock } from '../../support/clock.ts';

const clock = createManualClock('2026-11-23T09:00:00.000Z');
const from = 'Architect <architect@example.com>';
const link = `http://localhost:8080/verify-email?token=${'x'.repeat(43)}`;
const mail = { to: 'Mira@Example.com', subject: 'Grüße', text: `Hello Mira,\n\n${link}\n` };

describe('createMailer without SMTP', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'architect-mail-'));
  });
  afterEach(() => rm(directory, { recursive: true }));
  const mailer = () => createMailer({ smtpUrl: undefined, from, directory, clock });

  it('writes a file named by time and recipient, with an unbroken link', async () => {
    await mailer().send(mail);
    expect(await readdir(directory)).to.deep.equal(['2026-11-23T09-00-00.000Z-mira@example.com.eml']);
    const text = await readFile(join(directory, '2026-11-23T09-00-00.000Z-mira@example.com.eml'), 'utf8');
    expect(text).to.include(link).and.include('From: Architect <architect@example.com>');
    expect(text).to.include('Date: Mon, 23 Nov 2026 09:00:00 +0000');
  });

  it('leaves links and letters readable in every part', async () => {
    await mailer().send({ ...mail, text: `Grüße\n\n${link}\n`, html: `<p>Grüße</p><a href="${link}">x</a>` });
    const [name = ''] = await readdir(directory);
    const text = await readFile(join(directory, name), 'utf8');
    expect(text.split(link)).to.have.length(3);
    expect(text.split('Grüße')).to.have.length(3);
    expect(text).to.not.include('quoted-printable');
  });

  it('does not break a link before two dashes', async () => {
    // Lines of quoted-printable are broken at 76 characters: one of these texts has its dashes right after the break.
    for (let place = 0; place < 42; place++) {
      const token = `${'x'.repeat(place)}--${'y'.repeat(41 - place)}`;
      const dashed = `http://localhost:8080/api/reset-password#token=${token}`;
      const to = `place-${place}@example.com`;
      await mailer().send({
        to,
        subject: 'A link',
        text: `Grüße\n\n  ${dashed}\n\n--${token}\n`,
        html: `<a>${dashed}</a>`,
      });
      const text = await readFile(join(directory, `2026-11-23T09-00-00.000Z-${to}.eml`), 'utf8');
      expect(text.split(dashed), dashed).to.have.length(3);
      expect(text).to.include(`\n--${token}\n`).and.not.include('quoted-printable');
    }
  });

  it('keeps every mail of one millisecond', async () => {
    const sender = mailer();
    await Promise.all(Array.from({ length: 5 }, () => sender.send(mail)));
    expect(await readdir(directory)).to.have.length(5);
  });

  it('leaves no file of a mail that could not be written', async () => {
    const program = new URL('../../support/mail-on-full-disk.ts', import.meta.url).pathname;
    // The shell's limit for file sizes simulates a full disk.
    const limited = ['-c', 'ulimit -f 1; exec "$@"', 'bash', process.execPath, program, directory];
    const { stdout } = await promisify(execFile)('bash', limited);
    expect(stdout).to.equal('EFBIG\n');
    expect(await readdir(directory)).to.deep.equal([]);
  });

  it('removes old temporary files of dead processes, and no recent ones', async () => {
    const [old, young] = ['.one.partial', '.two.partial'].map((name) => join(directory, name));
    for (const path of [old!, young!]) await writeFile(path, 'half a mail');
    const hourAgo = Date.now() / 1000 - 3600;
    await utimes(old!, hourAgo, hourAgo);
    await mailer().send(mail);
    expect(await readdir(directory)).to.have.members(['.two.partial', '2026-11-23T09-00-00.000Z-mira@example.com.eml']);
  });

  it('writes mails although a temporary file cannot be removed', async () => {
    const odd = join(directory, '.odd.partial');
    await mkdir(odd);
    const hourAgo = Date.now() / 1000 - 3600;
    await utimes(odd, hourAgo, hourAgo);
    const sender = mailer();
    await sender.send(mail);
    await sender.send(mail);
    expect((await readdir(directory)).filter((name) => name.endsWith('.eml'))).to.have.length(2);
  });

  it('reports a folder that cannot be written as down, and as up once it can', async () => {
    const path = join(directory, 'mail');
    await writeFile(path, 'a file where the folder belongs');
    const outcomes: boolean[] = [];
    const onOutcome = ({ isUp, reason }: { readonly isUp: boolean; readonly reason: string }) => {
      outcomes.push(isUp);
      expect(reason).to.match(isUp ? /^$/ : /EEXIST/);
    };
    const sender = createMailer({ smtpUrl: undefined, from, directory: path, clock, onOutcome });
    const failure: unknown = await sender.send(mail).catch((error: unknown) => error);
    expect(failure).to.have.property('code', 'EEXIST');
    await rm(path);
    await sender.send(mail);
    expect(await readdir(path)).to.have.length(1);
    expect(outcomes).to.deep.equal([false, true]);
  });

  for (const [sender, domain] of [
    ['Architect <architect@example.com>', 'example.com'],
    ['architect@mail.example.org', 'mail.example.org'],
  ] as const) {
    it(`uses the domain of ${sender} in message ids`, async () => {
      const sending = createMailer({ smtpUrl: undefined, from: sender, directory, clock });
      await sending.send({ ...mail, messageId: 'job-7' });
      const [name = ''] = await readdir(directory);
      expect(await readFile(join(directory, name), 'utf8')).to.include(`Message-ID: <job-7@${domain}>`);
    });
  }

  it('does not let a recipient choose the folder', async () => {
    await mailer().send({ ...mail, to: '"../../x"@example.com' });
    expect(await readdir(directory)).to.have.length(1);
  });
});

describe('createMailer with SMTP', () => {
  const serve = async (result?: Error, options: SMTPServerOptions = {}, verdict?: Error) => {
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      ...options,
      onRcptTo: (_address, _session, callback) => callback(result),
      onData: (stream, _session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push(Buffer.concat(chunks).toString());
          callback(verdict);
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from, directory: '/nowhere', clock });
    const close = async () => {
      mailer.close();
      await new Promise<void>((resolve) => server.close(resolve));
    };
    return { received, mailer, port, close };
  };

  it('sends the mail to the server', async () => {
    const { received, mailer, close } = await serve();
    await mailer.send({ ...mail, messageId: 'job-7' });
    await close();
    expect(received).to.have.length(1);
    expect(received[0]).to.include('Message-ID: <job-7@example.com>');
    expect(received[0]).to.include('To: Mira@example.com');
  });

  it('sends to a non-ASCII address with SMTPUTF8, and to a non-ASCII domain by its A-label', async () => {
    const senders: unknown[] = [];
    const { received, mailer, close } = await serve(undefined, {
      onMailFrom: ({ args }, _session, callback) => {
        senders.push(args);
        callback();
      },
    });
    await mailer.send({ ...mail, to: 'jörg@example.com' });
    await mailer.send({ ...mail, to: 'ada@xn--mnchen-3ya.example' });
    await close();
    expect(received[0]).to.include('To: jörg@example.com');
    expect(received[1]).to.include('To: ada@xn--mnchen-3ya.example');
    expect(senders).to.deep.equal([{ SMTPUTF8: true }, false]);
  });

  it('rejects a non-ASCII address if the server does not announce SMTPUTF8, and sends nothing', async () => {
    const { received, mailer, close } = await serve(undefined, { hideSMTPUTF8: true });
    const outcome = await mailer.send({ ...mail, to: 'jörg@example.com' }).then(
      () => 'sent',
      (error: unknown) => String(error),
    );
    await mailer.send({ ...mail, to: 'ada@xn--mnchen-3ya.example' });
    await close();
    expect(outcome).to.include('does not announce SMTPUTF8');
    expect(received).to.have.length(1);
  });

  it('rejects when the server refuses, so that the caller retries', async () => {
    const { mailer, close } = await serve(new Error('mailbox full'));
    const outcome = await mailer.send(mail).then(
      () => 'sent',
      (error: unknown) => String(error),
    );
    await close();
    expect(outcome).to.include('mailbox full');
  });

  for (const [what, text] of [
    ['file', { path: import.meta.filename }],
    ['address', { href: 'http://127.0.0.1:9/' }],
  ] as const) {
    it(`reads no ${what}, whatever a mail consists of`, async () => {
      const { received, mailer, close } = await serve();
      const outcome = await mailer.send({ ...mail, text: text as never }).then(
        () => 'sent',
        (error: unknown) => String(error),
      );
      await close();
      expect(outcome).to.match(what === 'file' ? /File access rejected/ : /Url access rejected/);
      expect(received).to.deep.equal([]);
    });
  }

  describe('reports a server', () => {
    const outcomes: boolean[] = [];
    const onOutcome = ({ isUp }: { readonly isUp: boolean }): void => void outcomes.push(isUp);
    const attempt = async (sender: ReturnType<typeof createMailer>): Promise<string> => {
      const failure = await sender.send(mail).then(
        () => undefined,
        (error: unknown) => error,
      );
      return failure === undefined ? 'sent' : String((failure as NodeJS.ErrnoException).code);
    };
    beforeEach(() => {
      outcomes.length = 0;
    });

    it('that does not respond as down, and does not call it again after three timeouts', async () => {
      const silent = createServer().listen(0, '127.0.0.1');
      await once(silent, 'listening');
      const { port } = silent.address() as AddressInfo;
      const settings = { smtpUrl: `smtp://127.0.0.1:${port}`, from, directory: '/nowhere', clock };
      const sender = createMailer({ ...settings, timeoutMs: 50, onOutcome });
      const codes: string[] = [];
      for (let count = 0; count < 5; count++) codes.push(await attempt(sender));
      sender.close();
      silent.close();
      expect(codes).to.deep.equal(['ETIMEDOUT', 'ETIMEDOUT', 'ETIMEDOUT', 'CIRCUIT_OPEN', 'CIRCUIT_OPEN']);
      expect(outcomes).to.deep.equal([false, false, false]);
    });

    it('that refuses a recipient or a message as up, and one that does not listen as down', async () => {
      const { port, close } = await serve(new Error('mailbox full'));
      const settings = { from, directory: '/nowhere', clock, onOutcome };
      const refused = createMailer({ ...settings, smtpUrl: `smtp://127.0.0.1:${port}` });
      expect(await attempt(refused)).to.equal('EENVELOPE');
      refused.close();
      await close();
      const wary = await serve(undefined, {}, Object.assign(new Error('no such words here'), { responseCode: 550 }));
      const dropped = createMailer({ ...settings, smtpUrl: `smtp://127.0.0.1:${wary.port}` });
      expect(await attempt(dropped)).to.equal('EMESSAGE');
      dropped.close();
      await wary.close();
      const unheard = createMailer({ ...settings, smtpUrl: `smtp://127.0.0.1:${port}` });
      await attempt(unheard);
      unheard.close();
      expect(outcomes).to.deep.equal([true, true, false]);
    });
  });
});
