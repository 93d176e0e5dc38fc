import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { runOnCleanMachine } from '../support/production/clean-machine.ts';
import { programPath } from '../support/production/programs.ts';

const root = join(import.meta.dirname, '../..');
const [section = ''] =
  /^## One machine without containers$.*?(?=^## )/ms.exec(readFileSync(join(root, 'docs/DEPLOYMENT.md'), 'utf8')) ?? [];

/** The commands of a step. Blocks with a word after `sh` are for systemd or for another version. */
function commandsOf(step: string): string {
  const [own = ''] = new RegExp(`^### ${step}$.*?(?=^### |$(?![^]))`, 'ms').exec(section) ?? [];
  const blocks = [...own.matchAll(/^```sh\n(?<code>.*?)^```$/gms)].map(({ groups }) => groups!['code']!);
  if (blocks.length === 0) throw new Error(`docs/DEPLOYMENT.md has no commands below "${step}"`);
  return blocks.join('\n');
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

  it('registers an account, and the worker sends its mail', () => {
    expect(JSON.parse(results['account']!)).to.include({ email: 'grace@example.com' });
    expect(results['mails']).to.match(/grace@example\.com/);
  });
});
