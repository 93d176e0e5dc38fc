import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { SMTPServer } from 'smtp-server';
import { createScratchDatabase } from '../support/database.ts';
import { goodSecret } from '../support/production-settings.ts';
import { startRedis } from '../support/redis-server.ts';
import { freePort, type Ended, type ServerProcess } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';

interface Report {
  readonly is_ok: boolean;
  readonly findings: readonly {
    readonly check: string;
    readonly state: string;
    readonly text: string;
    readonly remedy?: string;
  }[];
}

describe('the command doctor', function () {
  this.timeout(60_000);
  const prepare = useServers();

  const examine = async (server: ServerProcess): Promise<{ readonly code: Ended['code']; readonly report: Report }> => {
    const { code, output } = await server.run(['doctor', '--json'], '');
    const report = JSON.parse(output.slice(0, output.lastIndexOf('}') + 1)) as Report;
    return { code, report };
  };
  const statesOf = ({ findings }: Report): Record<string, string> =>
    Object.fromEntries(findings.map(({ check, state }) => [check, state]));
  const findingOf = ({ findings }: Report, check: string) => findings.find((one) => one.check === check);

  it('finds nothing to do where everything works, and ends with 0', async () => {
    const redis = await startRedis();
    const smtp = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      onAuth: ({ password }, _session, done) =>
        password === 'open sesame' ? done(null, { user: 'ada' }) : done(new Error('wrong password')),
    });
    smtp.listen(0, '127.0.0.1');
    await once(smtp.server, 'listening');
    const { port } = smtp.server.address() as AddressInfo;
    const settings = { REDIS_URL: redis.url, SMTP_URL: `smtp://ada:open%20sesame@127.0.0.1:${port}` };
    try {
      const { code, report } = await examine(await prepare(settings));
      expect(report.findings.filter(({ state }) => state !== 'ok')).to.deep.equal([]);
      expect(Object.keys(statesOf(report))).to.have.members([
        ...['node', 'configuration', 'database', 'encoding', 'connections', 'clock', 'migrations', 'keys'],
        ...['redis', 'mail', 'disk', 'secret files'],
      ]);
      expect(code).to.equal(0);
      const refused = await examine(await prepare({ ...settings, SMTP_URL: `smtp://ada:hunter2@127.0.0.1:${port}` }));
      expect(findingOf(refused.report, 'mail')).to.include({ state: 'fail' });
      expect(findingOf(refused.report, 'mail')?.remedy).to.include('SMTP_URL');
      expect(JSON.stringify(refused.report)).not.to.match(/hunter2|sesame/);
      expect(refused.code).to.equal(1);
    } finally {
      smtp.close();
      await redis.stop();
    }
  });

  it('says for everything that does not respond what to do, never a password, and ends with 1', async () => {
    const port = await freePort();
    const server = await prepare({
      DATABASE_URL: `postgres://ada:hunter2@127.0.0.1:${port}/architect`,
      DATABASE_REPLICA_URL: `postgres://ada:hunter2@127.0.0.1:${port}/architect`,
      REDIS_URL: `redis://:hunter2@127.0.0.1:${port}`,
      SMTP_URL: `smtp://ada:hunter2@127.0.0.1:${port}`,
    });
    const { code, report } = await examine(server);
    expect(code).to.equal(1);
    expect(report.is_ok).to.equal(false);
    expect(statesOf(report)).to.include({ database: 'fail', replica: 'warn', redis: 'warn', mail: 'fail' });
    for (const { state, remedy } of report.findings) if (state !== 'ok') expect(remedy).to.match(/^[a-z].{10,}/);
    const { output } = await server.run(['doctor'], '');
    expect(output).to.match(
      /^FAIL {2}database .*no PostgreSQL responds at 127\.0\.0\.1:\d+ \(.*\)\n {21}-> start the server/m,
    );
    expect(output).to.match(/^\d+ ok, 2 to look at, 2 failed$/m);
    expect(JSON.stringify(report) + output).not.to.include('hunter2');
  });

  it('ends although everything accepts connections and then says nothing', async () => {
    const silent = await openSilence();
    const port = String((silent.server.address() as AddressInfo).port);
    try {
      const { code, report } = await examine(
        await prepare({
          DATABASE_URL: `postgres://ada@127.0.0.1:${port}/architect`,
          REDIS_URL: `redis://127.0.0.1:${port}`,
          SMTP_URL: `smtp://127.0.0.1:${port}`,
        }),
      );
      expect(statesOf(report)).to.include({ database: 'fail', redis: 'warn', mail: 'fail' });
      expect(code).to.equal(1);
    } finally {
      silent.close();
    }
  });

  it('lists every invalid setting with its remedy', async () => {
    const { code, report } = await examine(await prepare({ PORT: '80a', POOL_MAX: '1', REDIS_URL: 'cache' }));
    expect(code).to.equal(1);
    const problems = report.findings.filter(({ state }) => state === 'fail');
    expect(problems.map(({ text }) => text.split(' ')[0])).to.have.members(['PORT', 'POOL_MAX', 'REDIS_URL']);
    for (const { remedy } of problems) expect(remedy).to.match(/^set it to/);
  });

  for (const [MIGRATE_ON_START, state, code] of [
    ['true', 'warn', 0],
    ['false', 'fail', 1],
  ] as const) {
    it(`calls pending migrations ${state} if MIGRATE_ON_START is ${MIGRATE_ON_START}`, async () => {
      const empty = await createScratchDatabase('template0');
      const ended = await examine(await prepare({ DATABASE_URL: empty.url, MIGRATE_ON_START }));
      await empty.drop();
      expect(findingOf(ended.report, 'migrations')).to.include({ state });
      expect(findingOf(ended.report, 'migrations')?.remedy).to.include('node src/main.ts migrate');
      expect(ended.code).to.equal(code);
    });
  }

  it('calls a database fail that cannot store every character', async () => {
    const latin = await createScratchDatabase("template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'");
    const { code, report } = await examine(await prepare({ DATABASE_URL: latin.url }));
    await latin.drop();
    expect(findingOf(report, 'encoding')).to.include({ state: 'fail', text: 'the database is in LATIN1' });
    expect(findingOf(report, 'encoding')?.remedy).to.include('UTF8');
    expect(code).to.equal(1);
  });

  for (const [mode, state] of [
    [0o600, 'ok'],
    [0o640, 'ok'],
    [0o644, 'warn'],
    [0o620, 'fail'],
    [0o666, 'fail'],
  ] as const) {
    it(`calls a secret in a file of mode ${mode.toString(8)} ${state}`, async () => {
      const { dataDir } = await prepare();
      const path = join(dataDir, 'secret-key');
      await writeFile(path, goodSecret);
      await chmod(path, mode);
      const { report } = await examine(await prepare({ SECRET_KEY_FILE: path }));
      const finding = findingOf(report, 'secret files');
      expect(finding).to.include({ state });
      expect(JSON.stringify(report)).not.to.include(goodSecret);
    });
  }
});

interface Silence {
  readonly server: Server;
  close(): void;
}

async function openSilence(): Promise<Silence> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    sockets.push(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
