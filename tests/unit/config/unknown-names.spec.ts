import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadConfig } from '../../../src/config.ts';

describe('unknown settings', () => {
  let dataDir = '';
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'architect-config-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  describe('include variables that are probably mistyped settings:', () => {
    const nearest = (name: string, value = 'x'): unknown =>
      loadConfig({ DATA_DIR: dataDir, [name]: value }).unknownSettings.map((one) => [one.name, one.nearest])[0];
    const mistyped: readonly (readonly [string, string | undefined])[] = [
      ['SMPT_URL', 'SMTP_URL'],
      ['DATABSE_URL', 'DATABASE_URL'],
      ['DATABASEURL', 'DATABASE_URL'],
      ['database_url', 'DATABASE_URL'],
      ['PUBLIC_ULR', 'PUBLIC_URL'],
      ['PUBLICURL', 'PUBLIC_URL'],
      ['SECRETKEY', 'SECRET_KEY'],
      ['SECRET_KEYS', 'SECRET_KEY'],
      ['LOG_LEVL', 'LOG_LEVEL'],
      ['TRUSTED_PROXY', undefined],
      ['MAIL_SENDER', undefined],
      ['ARCHITECT_TOKEN', undefined],
      ['METRICS_ADDRESS', undefined],
    ];
    for (const [name, setting] of mistyped) {
      it(`${name}${setting === undefined ? '' : `, for ${setting}`}`, () => {
        expect(nearest(name)).to.deep.equal([name, setting]);
      });
    }

    const others = [
      'NODE_OPTIONS',
      'PATH',
      'HOME',
      'SHELL',
      'npm_config_cache',
      'HOSTNAME',
      'KUBERNETES_PORT',
      'REDIS_PORT',
      'SORT',
    ];
    for (const name of [...others, 'REDIS_SERVICE_HOST', 'REDIS_PORT_6379_TCP_ADDR', 'DATABASE_SERVICE_PORT', 'LANG']) {
      it(`not ${name}`, () => {
        expect(nearest(name)).to.equal(undefined);
      });
    }

    it('METRIC_PORT, if it is a number and not an address that Kubernetes sets', () => {
      expect(nearest('METRIC_PORT', '9464')).to.deep.equal(['METRIC_PORT', 'METRICS_PORT']);
      expect(nearest('METRIC_PORT', 'tcp://10.0.0.1:9464')).to.equal(undefined);
      expect(nearest('REDIS_PORT', '6379')).to.equal(undefined);
    });

    it('exclude known settings, all of which are documented', () => {
      const documented = [...readFileSync('docs/settings.md', 'utf8').matchAll(/^\| `([A-Z][A-Z_]+)`/gm)].map(
        ([, name]) => name!,
      );
      const named = documented.map((name) => nearest(name, ''));
      expect(documented).to.include.members(['NODE_ENV', 'SMTP_URL', 'METRICS_TOKEN', 'ARCHITECT_API_KEY']);
      expect(named).to.deep.equal(documented.map(() => undefined));
    });
  });
});
