import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect } from 'chai';
import { loadConfig } from '../../src/config.ts';
import { toSeconds } from '../support/deploy/compose.ts';
import { production } from '../support/production-settings.ts';

/** Returns the lines of a unit as `Section.Key=value`, without the comments. */
function readUnit(file: string): readonly string[] {
  let section = '';
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      section = /^\[(\w+)\]$/.exec(line)?.[1] ?? section;
      return /^\w+=/.test(line) ? [`${section}.${line}`] : [];
    });
}

const units = globSync('deploy/systemd/*.service')
  .sort()
  .map((file) => ({ name: basename(file, '.service'), lines: readUnit(file) }));

function valueOf(lines: readonly string[], key: string): string | undefined {
  return lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1);
}

describe('deploy/systemd', () => {
  it('has a unit for the server and one for the worker', () => {
    expect(units.map(({ name }) => name)).to.have.members(['architect', 'architect-worker']);
  });

  it('gives both the same account, settings and rights', () => {
    const differing = /^(?:Unit\.Description|Service\.ExecStart|Service\.Environment)=/;
    const [server, worker] = units.map(({ lines }) => lines.filter((line) => !differing.test(line)));
    expect(worker).to.deep.equal(server);
  });

  for (const { name, lines } of units) {
    it(`${name}: runs its command`, () => {
      const args = name === 'architect' ? 'serve --no-worker' : 'worker';
      expect(valueOf(lines, 'Service.ExecStart')).to.match(
        new RegExp(`/opt/architect/node_modules/\\.bin/node src/main\\.ts ${args}$`),
      );
    });

    it(`${name}: has longer to end than its own limits`, () => {
      const { shutdown } = loadConfig(production);
      const seconds = toSeconds(valueOf(lines, 'Service.TimeoutStopSec') ?? '');
      expect(seconds * 1000).to.be.greaterThan(shutdown.graceMs + shutdown.limitMs);
    });

    it(`${name}: has no more rights than it needs`, () => {
      expect(lines).to.include.members([
        'Service.User=architect',
        'Service.NoNewPrivileges=yes',
        'Service.CapabilityBoundingSet=',
        'Service.ProtectSystem=strict',
        'Service.ProtectHome=yes',
        'Service.PrivateTmp=yes',
      ]);
    });
  }
});
