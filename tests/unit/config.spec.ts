import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ConfigError, demoKeyPath, loadClientConfig, loadConfig } from '../../src/config.ts';
import { problemsOf } from '../support/config-problems.ts';
import { goodSecret, production } from '../support/production-settings.ts';

describe('loadConfig', () => {
  let dataDir = '';
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'architect-config-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('works without any variable in development', () => {
    const config = loadConfig({ DATA_DIR: dataDir });
    expect(config).to.include({
      env: 'development',
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:8080',
    });
    expect(config.databaseUrl).to.be.undefined;
    expect(config.rateLimits.perMinute).to.include({ auth: 10, read: 1200, ingest: 6000 });
  });

  it('treats an empty variable as absent', () => {
    expect(loadConfig({ DATA_DIR: dataDir, PORT: '', REDIS_URL: ' ' })).to.include({ port: 8080, redisUrl: undefined });
  });

  it('is deeply frozen', () => {
    const config = loadConfig({ DATA_DIR: dataDir });
    for (const part of [config, config.pool, config.rateLimits, config.rateLimits.perMinute]) expect(part).to.be.frozen;
  });

  it('creates the development secret once, readable by its owner only', () => {
    const first = loadConfig({ DATA_DIR: dataDir }).secretKey;
    expect(loadConfig({ DATA_DIR: dataDir }).secretKey).to.equal(first);
    expect(readFileSync(join(dataDir, 'secret'), 'utf8')).to.equal(first);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).to.equal(0o600);
  });

  it('reports every problem in one error, each with its variable and remedy', () => {
    const problems = problemsOf({
      PORT: '80a',
      REDIS_URL: 'http://cache',
      LOG_LEVEL: 'loud',
      RATE_LIMIT_ENABLED: 'yes',
      RATE_LIMIT_RAED: '5',
      POOL_MAX: '101',
    });
    expect(problems).to.have.length(6);
    expect(problems.join('\n'))
      .to.include('PORT is not a whole number from 0 to 65535')
      .and.include('REDIS_URL is not a valid URL for this setting')
      .and.include('LOG_LEVEL has an unknown value: set it to fatal, error,')
      .and.include('RATE_LIMIT_ENABLED has an unknown value: set it to true, false')
      .and.include('RATE_LIMIT_RAED is not a setting')
      .and.include('POOL_MAX is not a whole number from 2 to 100');
  });

  const malformed = [
    ['DATABASE_URL', 'postgres://ada:50%off@db/architect', 'has an invalid percent-encoding'],
    ['DATABASE_URL', 'postgres://ada@db:5432', 'has an invalid path after the host'],
    ['DATABASE_URL', 'postgres://ada@db:5432/', 'has an invalid path after the host'],
    ['DATABASE_URL', 'postgres://ada@db/one/two', 'has an invalid path after the host'],
    ['DATABASE_URL', 'postgres://db:port/architect', 'is not a valid URL'],
    ['DATABASE_URL', 'db.example.com/architect', 'is not a valid URL'],
    ['DATABASE_URL', 'postgres://ada@db1,db2/architect', 'names several hosts'],
    ['DATABASE_URL', 'postgres://ada:a,b@db1:5432,db2:5433/architect', 'names several hosts'],
    ['DATABASE_REPLICA_URL', 'postgres://db1,db2/architect', 'names several hosts'],
    ['REDIS_URL', 'redis://cache1:6379,cache2:6379', 'names several hosts'],
    ['REDIS_URL', 'redis://:50%off@cache', 'has an invalid percent-encoding'],
    ['REDIS_URL', 'redis://cache/first', 'has an invalid path after the host'],
    ['REDIS_URL', 'redis://cache:99999', 'is not a valid URL'],
    ['REDIS_URL', 'cache:6379', 'is not a valid URL'],
    ['SMTP_URL', 'smtp://mail:50%off@mail', 'has an invalid percent-encoding'],
    ['SMTP_URL', 'smtp://mail/inbox', 'has an invalid path after the host'],
    ['SMTP_URL', 'smtp://', 'is not a valid URL'],
    ['SMTP_URL', 'mail.example.com:25', 'is not a valid URL'],
  ] as const;
  for (const [name, value, problem] of malformed) {
    it(`rejects ${value} as ${name}, and names the remedy`, () => {
      const load = (): unknown => loadConfig({ DATA_DIR: dataDir, [name]: value });
      expect(load)
        .to.throw(ConfigError, `${name} ${problem}`)
        .and.match(/: (?:set|write) /);
    });
  }

  for (const [name, value] of [
    ['DATABASE_URL', 'postgresql://ada:open%20sesame@db/architect?sslmode=verify-full'],
    ['DATABASE_URL', 'postgresql://ada:one,two@db/architect,v2'],
    ['REDIS_URL', 'rediss://:secret@cache:6380/2'],
    ['REDIS_URL', 'redis://cache'],
    ['SMTP_URL', 'smtps://ada%40example.com:secret@mail:465'],
  ] as const) {
    it(`accepts ${value} as ${name}`, () => {
      expect(Object.values(loadConfig({ DATA_DIR: dataDir, [name]: value }))).to.include(value);
    });
  }

  it('never repeats a value, which may be a password', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://root:hunter2@db' }).join())
      .to.include('DATABASE_URL')
      .and.not.include('hunter2');
  });

  it('accepts a complete production configuration', () => {
    expect(loadConfig(production)).to.include({
      env: 'production',
      host: '0.0.0.0',
      publicUrl: 'https://architect.example.com',
    });
  });

  it('requires a secret, database, public URL and mail server in production', () => {
    expect(problemsOf({ NODE_ENV: 'production' }).map((problem) => problem.split(' ')[0])).to.have.members([
      'PUBLIC_URL',
      'DATABASE_URL',
      'SECRET_KEY',
      'SMTP_URL',
    ]);
  });

  for (const url of [
    'https://example.com/arch',
    'https://example.com/arch/',
    'https://example.com//arch',
    'https://example.com/?a=b',
    'https://example.com/#top',
    'https://user:password@example.com',
  ]) {
    it(`rejects ${url} as PUBLIC_URL, and names the remedy`, () => {
      expect(problemsOf({ ...production, PUBLIC_URL: url })).to.deep.equal([
        'PUBLIC_URL is more than a scheme, a host and a port: set it to https://example.com, and let the proxy in front give Architect a host name of its own',
      ]);
    });
  }

  for (const [url, origin] of [
    ['https://Example.com', 'https://example.com'],
    ['https://example.com:443/', 'https://example.com'],
    ['http://localhost:8104//', 'http://localhost:8104'],
    ['https://[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
  ] as const) {
    it(`accepts ${url} as PUBLIC_URL`, () => {
      expect(loadConfig({ DATA_DIR: dataDir, PUBLIC_URL: url }).publicUrl).to.equal(origin);
    });
  }

  describe('CORS_ORIGINS', () => {
    const read = (value?: string, more = {}) =>
      loadConfig({ DATA_DIR: dataDir, CORS_ORIGINS: value, ...more }).corsOrigins;
    it('is any origin on localhost in development, and none in production', () => {
      expect([read(), read('')]).to.deep.equal(['localhost', 'localhost']);
      expect(read(undefined, production)).to.deep.equal([]);
    });
    for (const [value, origins] of [
      ['*', '*'],
      ['none', []],
      ['https://app.example.com', ['https://app.example.com']],
      ['https://app.example.com/, http://localhost:5173', ['https://app.example.com', 'http://localhost:5173']],
      ['https://[2001:db8::1]:8443', ['https://[2001:db8::1]:8443']],
      ['capacitor://localhost', ['capacitor://localhost']],
    ] as const) {
      it(`accepts ${value}`, () => {
        expect(read(value)).to.deep.equal(origins);
      });
    }
    for (const value of [
      ...['app.example.com', 'https://app.example.com/path', 'https://app.example.com:443', 'https://App.example.com'],
      ...['*, https://app.example.com', 'https://*.example.com', 'null', 'https://a.example,', 'https://u@a.example'],
    ]) {
      it(`rejects ${value}`, () => {
        const [problem] = problemsOf({ ...production, CORS_ORIGINS: value });
        expect(problem).to.match(/^CORS_ORIGINS contains an invalid origin: set it to /);
      });
    }
  });

  for (const [what, secret] of [
    ['short', 'Zk3vQ9sX7pLw2RtYb8Nc'],
    ['default', 'change-me-change-me-change-me-change-me-1234567'],
    ['repetitive', 'abababababababababababababababababababab'],
  ] as const) {
    it(`rejects a ${what} secret`, () => {
      expect(problemsOf({ ...production, SECRET_KEY: secret })).to.have.length(1);
      expect(problemsOf({ ...production, SECRET_KEY_PREVIOUS: `${goodSecret},${secret}` })).to.have.length(1);
    });
  }
});

describe('loadClientConfig', () => {
  let dataDir = '';
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'architect-config-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('uses the server of this checkout and its demo key by default', () => {
    writeFileSync(demoKeyPath(dataDir), 'ak_demo\n');
    expect(loadClientConfig({ DATA_DIR: dataDir, PORT: '9090' })).to.deep.equal({
      baseUrl: 'http://localhost:9090',
      apiKey: 'ak_demo',
    });
  });

  it('accepts another server and key', () => {
    const environment = {
      DATA_DIR: dataDir,
      ARCHITECT_URL: 'https://architect.example.com/',
      ARCHITECT_API_KEY: 'ak_x',
    };
    expect(loadClientConfig(environment)).to.deep.equal({ baseUrl: 'https://architect.example.com', apiKey: 'ak_x' });
  });

  it('has no key without a demo organization', () => {
    expect(loadClientConfig({ DATA_DIR: dataDir }).apiKey).to.be.undefined;
  });

  it('rejects an invalid URL', () => {
    expect(() => loadClientConfig({ DATA_DIR: dataDir, ARCHITECT_URL: 'here' })).to.throw(ConfigError, 'ARCHITECT_URL');
  });
});
