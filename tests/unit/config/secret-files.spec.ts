import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadClientConfig, loadConfig } from '../../../src/config.ts';
import { secretSettings } from '../../../src/config/secret-settings.ts';
import { problemsOf } from '../../support/config-problems.ts';
import { goodSecret, goodToken, production } from '../../support/production-settings.ts';

const values: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgres://architect:x@db.internal/architect',
  DATABASE_REPLICA_URL: 'postgres://architect:x@replica.internal/architect',
  DATABASE_POOLER_URL: 'postgres://architect:x@pooler.internal:6432/architect',
  REDIS_URL: 'redis://:x@cache.internal:6379/0',
  SMTP_URL: 'smtps://mail:x@mail.internal',
  OTEL_EXPORTER_OTLP_HEADERS: `api-key=${goodToken}`,
  METRICS_TOKEN: goodToken,
  SECRET_KEY: goodSecret,
  SECRET_KEY_PREVIOUS: Buffer.from(goodSecret).reverse().toString(),
  ARCHITECT_API_KEY: 'ak_0123456789',
};

describe('settings that are read from files', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'architect-secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const fileOf = (content: string | Uint8Array): string => {
    const path = join(folder, 'value');
    writeFileSync(path, content);
    return path;
  };

  it('are all secrets', () => {
    expect(secretSettings).to.have.members(Object.keys(values));
  });

  for (const name of secretSettings) {
    it(`include ${name}, without the white space around it`, () => {
      const load = name.startsWith('ARCHITECT_') ? loadClientConfig : loadConfig;
      const value = values[name]!;
      const fromFile = load({ DATA_DIR: folder, [`${name}_FILE`]: fileOf(`\n${value}\r\n`) });
      const fromVariable = load({ DATA_DIR: folder, [name]: value });
      const without = load({ DATA_DIR: folder });
      expect({ ...fromFile, secretFiles: [] }).to.deep.equal({ ...fromVariable, secretFiles: [] });
      expect(fromFile).not.to.deep.equal(without);
    });

    it(`report a missing or an empty file of ${name} once, with its path and a remedy`, () => {
      const fileSetting = `${name}_FILE`;
      const problems = (path: string): readonly string[] =>
        name.startsWith('ARCHITECT_')
          ? problemsOfClient({ DATA_DIR: folder, [fileSetting]: path })
          : problemsOf({ ...without(production, name), [fileSetting]: path });
      const path = join(folder, 'missing');
      expect(problems(path)).to.deep.equal([
        `${fileSetting} cannot be read (${path}, ENOENT): set it to a file that this account may read`,
      ]);
      const empty = fileOf(' \n');
      expect(problems(empty)).to.deep.equal([
        `${fileSetting} names an empty file (${empty}): write the value of ${name} into it`,
      ]);
    });
  }

  const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const odd: Readonly<Record<string, readonly [content: string | Uint8Array, problem: string]>> = {
    'are 64 KiB and a byte': [goodSecret.padEnd(65_537, 'x'), 'names a file that is too large'],
    'are random bytes': [Buffer.from(goodSecret).fill(0xfe, 3, 9), 'names a file that is not text in UTF-8'],
    'are in UTF-16': [utf16(goodSecret), 'names a file that is not text in UTF-8'],
    'are in UTF-16 without its mark': [utf16(goodSecret).subarray(2), 'names a file that is not text in UTF-8'],
  };
  for (const [title, [content, problem]] of Object.entries(odd)) {
    it(`are refused if they ${title}`, () => {
      const path = fileOf(content);
      const [found = '', ...others] = problemsOf({ ...without(production, 'SECRET_KEY'), SECRET_KEY_FILE: path });
      expect(found.startsWith(`SECRET_KEY_FILE ${problem} (${path}): write `), found).to.equal(true);
      expect(found).not.to.include(goodSecret.slice(10));
      expect(others).to.deep.equal([]);
    });
  }

  it('may have 64 KiB, and a byte order mark', () => {
    const value = goodSecret.padEnd(65_533, 'x');
    expect(loadConfig({ DATA_DIR: folder, SECRET_KEY_FILE: fileOf(`\uFEFF${value}`) }).secretKey).to.equal(value);
  });

  it('are not read from folders, devices and pipes, which may never end', () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const path of [folder, '/dev/zero', pipe]) {
      expect(problemsOf({ ...without(production, 'SECRET_KEY'), SECRET_KEY_FILE: path })).to.deep.equal([
        `SECRET_KEY_FILE names no regular file (${path}): set it to a file that this account may read`,
      ]);
    }
  });

  it('cannot be set as variables, too', () => {
    expect(problemsOf({ ...production, SECRET_KEY_FILE: fileOf(goodSecret) })).to.deep.equal([
      'SECRET_KEY_FILE is set beside SECRET_KEY: unset one of them',
    ]);
  });

  it('are checked as variables are, and the file is named, but not its content', () => {
    const path = fileOf('hunter2');
    const [problem, ...others] = problemsOf({ ...without(production, 'SECRET_KEY'), SECRET_KEY_FILE: path });
    expect(problem).to.include(`SECRET_KEY, read from ${path}, is shorter than 32 bytes: `);
    expect(problem).not.to.include('hunter2');
    expect(others).to.deep.equal([]);
  });

  it('may hold previous keys on separate lines', () => {
    const keys = [values['SECRET_KEY_PREVIOUS'], `${goodSecret}2`];
    const { previousSecretKeys } = loadConfig({ DATA_DIR: folder, SECRET_KEY_PREVIOUS_FILE: fileOf(keys.join('\n')) });
    expect(previousSecretKeys).to.deep.equal(keys);
  });
});

function without(settings: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => key !== name));
}

function problemsOfClient(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    loadClientConfig(environment);
    return [];
  } catch (error) {
    return (error as { problems: readonly string[] }).problems;
  }
}
