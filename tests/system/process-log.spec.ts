import { readdir, stat } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { expect } from 'chai';
import packageJson from '../../package.json' with { type: 'json' };
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { newAddress, password } from '../support/passwords.ts';
import { goodSecret, goodToken } from '../support/production-settings.ts';
import { freePort, prepareServer, type ServerProcess } from '../support/server-process.ts';

const commit = '4d1f6b0c2a9e8d7c6b5a49382716f5e4d3c2b1a0';
const token = goodToken;

describe('a server in production', function () {
  this.timeout(120_000);
  let server: ServerProcess;
  let metricsPort: number;

  before(async () => {
    metricsPort = await freePort();
    server = await prepareServer({
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://architect.example.com',
      SECRET_KEY: goodSecret,
      MAIL_TO_FILES: 'true',
      LOG_LEVEL: 'info',
      BUILD_COMMIT: commit,
      METRICS_PORT: String(metricsPort),
      METRICS_TOKEN: token,
      SHUTDOWN_GRACE_MS: '0',
      SMPT_URL: 'smtp://mistyped',
    });
    await server.start();
  });
  after(() => server.remove());

  /** The port is none of the contract's, so nothing is held against the documents. */
  async function readMetrics(path: string, authorization: string) {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get({ host: '127.0.0.1', port: metricsPort, path, headers: { authorization } }, resolve).on('error', reject);
    });
    const challenge = response.headers['www-authenticate'];
    return { status: response.statusCode, challenge, text: Buffer.concat(await response.toArray()).toString() };
  }

  type Line = Readonly<Record<string, unknown>>;
  const lines = (): readonly Line[] =>
    server
      .printed()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
  const stages = (): unknown[] =>
    lines()
      .filter(({ commit: named, version }) => named === commit && version === packageJson.version)
      .map(({ msg }) => msg);

  it('serves /metrics on its own port, to who has the token, and says there what runs', async () => {
    for (const wrong of ['', 'Bearer ', `Bearer ${token}x`, `Basic ${token}`, token]) {
      const refused = await readMetrics('/metrics', wrong);
      expect(refused.status, wrong).to.equal(401);
      expect(refused.challenge).to.equal('Bearer realm="architect"');
    }
    const { status, text } = await readMetrics('/metrics', `Bearer ${token}`);
    expect(status).to.equal(200);
    const labels = `version="${packageJson.version}",commit="${commit}",node="${process.version}"`;
    expect(text).to.include(`architect_build_info{${labels}} 1`);
    expect((await readMetrics('/health', `Bearer ${token}`)).status).to.equal(404);
    const headers = { authorization: `Bearer ${token}` };
    expect((await checkedFetch(`${server.url}/metrics`, { headers })).status).to.equal(404);
  });

  it('writes mail to files that only their owner reads', async () => {
    const body = JSON.stringify({ email: newAddress(), name: 'Ada', password });
    const headers = { 'content-type': 'application/json' };
    await checkedFetch(`${server.url}/api/v2/auth/register`, { method: 'POST', headers, body });
    const folder = join(server.dataDir, 'mail');
    await eventually(async () => {
      const [mail] = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
      expect((await stat(join(folder, mail!))).mode & 0o777).to.equal(0o600);
    });
    expect((await stat(folder)).mode & 0o777).to.equal(0o700);
  });

  it('tells of its life in lines of JSON alone, each with version and commit, and names a mistyped setting', async () => {
    expect(await server.stop()).to.equal(0);
    expect(stages()).to.deep.equal(['started', 'migrated', 'ready', 'draining', 'stopped']);
    const migrated = lines().find(({ msg }) => msg === 'migrated');
    // The database is a copy of one that has run them all.
    expect(migrated?.['migrations']).to.deep.equal([]);
    const warned = lines().filter(({ setting }) => setting !== undefined);
    expect(warned.map(({ setting, did_you_mean }) => [setting, did_you_mean])).to.deep.equal([
      ['SMPT_URL', 'SMTP_URL'],
    ]);
  });
});
