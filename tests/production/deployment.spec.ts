import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { runOnCleanMachine } from '../support/production/clean-machine.ts';
import { programPath } from '../support/production/programs.ts';

const root = join(import.meta.dirname, '../..');
const [section = ''] =
  /^## One machine without containers$.*?(?=^## )/ms.exec(readFileSync(join(root, 'docs/DEPLOYMENT.md'), 'utf8')) ?? [];

/** The commands of a step. `word` stands after `sh` in blocks that are for systemd, for backups or for another version. */
function commandsOf(step: string, word = ''): string {
  const [own = ''] = new RegExp(`^### ${step}$.*?(?=^### |$(?![^]))`, 'ms').exec(section) ?? [];
  const blocks = [...own.matchAll(new RegExp(`^ *\`\`\`sh${word}\\n(?<code>.*?)^ *\`\`\`$`, 'gms'))].map(
    ({ groups }) => groups!['code']!,
  );
  if (blocks.length === 0) throw new Error(`docs/DEPLOYMENT.md has no commands below "${step}"`);
  return blocks.join('\n');
}

/**
 * The commands of an upgrade to a copy of this version. Its packages are copied, because the network is away, and its
 * processes are restarted without systemd.
 */
function upgrade(): string {
  const stop = (name: string): string => `start-stop-daemon --stop --pidfile /run/${name}.pid --retry TERM/40`;
  const folders = 'for id in $(pgrep -f "src/main.ts (serve|worker)"); do readlink /proc/$id/cwd; done';
  return [
    'npm() { cp -a /opt/architect-first/node_modules .; }',
    `systemctl() { echo before; ${folders}; ${stop('architect')}; ${stop('architect-worker')}; ${commandsOf('5. Server and worker')} echo; echo after; ${folders}; }`,
    'git -C /opt/architect-first tag next',
    'export VERSION=next REPOSITORY=/opt/architect-first',
    commandsOf('8. Open it', ' backup').replace(/^ {3}/gm, ''),
    commandsOf('A new version', ' upgrade'),
  ].join('\n');
}

interface Alert {
  readonly state: string;
  readonly labels: { readonly alertname: string };
}

/** Prints what a test reads, after a line with its name. */
const print = (name: string, command: string): string => `echo '@${name}'; ${command}; echo`;

/** Repeats a command until its output has a text, for half a minute. */
const until = (text: string, command: string): string =>
  `for try in $(seq 60); do ${command} > /tmp/found; ! grep -q '${text}' /tmp/found || break; sleep 0.5; done; cat /tmp/found; echo`;

function resultsOf(output: string): Readonly<Record<string, string>> {
  const parts = output.split(/^@/m).slice(1);
  return Object.fromEntries(
    parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]),
  );
}

describe('docs/DEPLOYMENT.md, one machine without containers', function () {
  this.timeout(620_000);
  let results: Readonly<Record<string, string>>;

  before(async () => {
    for (const program of ['prometheus', 'caddy', 'redis-server', 'git']) programPath(program);
    // The packages are installed by `make production-tools`.
    const services = commandsOf('1. Packages').replace(/^apt-get .*$/gm, '');
    const query = (text: string): string =>
      `curl -sS --get http://127.0.0.1:9090/api/v1/query --data-urlencode 'query=${text}'`;
    const account = JSON.stringify({ email: 'grace@example.com', password: 'a lighthouse in November', name: 'Grace' });
    const output = await runOnCleanMachine({
      online: [commandsOf('2. Account, secrets and settings'), commandsOf('3. The program')].join('\n'),
      offline: [
        services,
        print('database', `{ ${commandsOf('4. The database')} }`),
        print('processes', `{ ${commandsOf('5. Server and worker')} }`),
        print('proxy', `{ ${commandsOf('6. The proxy')} }`),
        print('prometheus', `{ ${commandsOf('7. Prometheus')} }`),
        until('"2"', query('count(architect_ready == 1)')),
        print('targets', query('architect_ready')),
        print('alerts', 'curl -sS http://127.0.0.1:9090/api/v1/alerts'),
        print(
          'account',
          `curl -sS http://localhost/api/v2/auth/register -H 'Content-Type: application/json' -d '${account}'`,
        ),
        print('mails', until('grace', 'ls /var/lib/architect/mail || true')),
        print('upgrade', `{ ${upgrade()} }`),
        print('backups', 'ls /var/backups/architect/before-next'),
        print('users', 'ps -eo user:20,args | grep -F src/main.ts | grep -vF grep'),
      ].join('\n'),
      // npm and git of this machine; the address of this checkout.
      variables: { REPOSITORY: root, PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` },
    });
    results = resultsOf(output);
  });

  it('prepares the database, and its check finds nothing to mend', () => {
    expect(results['database'])
      .to.match(/pending/)
      .and.match(/migrated \d+_core/);
  });

  it('starts a server and a worker that are ready, with an account of their own', () => {
    expect(results['processes']!.match(/\{"ready":true\}/g)).to.have.length(2);
    const lines = results['users']!.trim().split('\n');
    expect(lines.filter((line) => /^architect .*(?:serve --no-worker|worker)$/.test(line))).to.have.length(2);
  });

  it('reaches the server through the proxy', () => {
    expect(JSON.parse(results['proxy']!.trim().split('\n').at(-1)!)).to.include.keys('status');
  });

  it('shows both to Prometheus, without an alert but that which always fires', () => {
    const { data } = JSON.parse(results['targets']!) as { data: { result: { metric: { job: string } }[] } };
    expect(data.result.map(({ metric }) => metric.job).sort()).to.deep.equal(['architect-server', 'architect-worker']);
    const { data: alerts } = JSON.parse(results['alerts']!) as { data: { alerts: Alert[] } };
    const firing = alerts.alerts.filter(({ state }) => state === 'firing');
    expect(firing.map(({ labels }) => labels.alertname)).to.deep.equal(['Watchdog']);
  });

  it('is upgraded: the old version keeps its folder until its processes are restarted', () => {
    const [before = '', after] = results['upgrade']!.split(/^after$/m);
    const foldersOf = (text = ''): readonly string[] => text.match(/^\/opt\/.*$/gm) ?? [];
    expect(foldersOf(before.split(/^before$/m)[1])).to.deep.equal(['/opt/architect-first', '/opt/architect-first']);
    expect(before).to.match(/no pending migrations/);
    expect(foldersOf(after)).to.deep.equal(['/opt/architect-next', '/opt/architect-next']);
  });

  it('is backed up by its own account before the upgrade', () => {
    expect(results['backups']!.trim().split('\n')).to.have.members(['database.dump', 'manifest.json']);
  });

  it('registers an account, and the worker sends its mail', () => {
    expect(JSON.parse(results['account']!)).to.include({ email: 'grace@example.com' });
    expect(results['mails']).to.match(/grace@example\.com/);
  });
});
