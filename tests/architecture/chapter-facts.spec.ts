import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import v2 from '../../generated/v2/openapi.json' with { type: 'json' };
import { operations } from '../../generated/v2/operations.ts';
import { loadConfig } from '../../src/config.ts';
import { rateClasses } from '../../src/contract/vocabulary.ts';
import { exposedHeaders } from '../../src/http/middleware/cors.ts';
import { expiryOf, idleSince, isFresh } from '../../src/modules/sessions/sessions.policy.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/platform/durations.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { readChapters } from '../support/guides/guide.ts';

// Facts that the chapters repeat, compared with their source.

interface Parameter {
  readonly description: string;
  readonly schema: Readonly<Record<string, number>>;
}

/** The classes of what is served beside the operations. */
const siteClasses = ['pages', 'documents'] as const;

const root = join(import.meta.dirname, '../..');
const now = new Date('2026-11-02T10:00:00Z');
const after = (ms: number): Date => new Date(now.getTime() + ms);

/** The longest time in steps of a minute for which the check of a session's age still succeeds. */
function freshMinutes(): number {
  let minutes = 0;
  while (isFresh(now.toISOString(), after((minutes + 1) * MINUTE_MS))) minutes += 1;
  return minutes;
}

describe('what the chapters say', () => {
  const texts = new Map(readChapters().map(({ name, markdown }) => [name, markdown.replaceAll(/\s+/g, ' ')]));
  const parameters = parse(readFileSync(join(root, 'openapi/shared/parameters.yaml'), 'utf8')) as Readonly<
    Record<string, Parameter>
  >;
  const { perMinute } = loadConfig({ NODE_ENV: 'test' }).rateLimits;
  const [sunset] = new Set(
    documentedOperations.flatMap(({ written }) => ('x-sunset' in written ? [written['x-sunset']] : [])),
  );
  const mebibytesOf = (id: string): number => operations.find((one) => one.id === id)!.body!.bytesMax / 1024 ** 2;
  const { maximum: limitMax, default: limitDefault } = parameters['Limit']!.schema;
  const { maxLength: keyLength } = parameters['IdempotencyKey']!.schema;
  const kept = /at least \d+ hours/.exec(parameters['IdempotencyKey']!.description)![0];

  const facts: readonly (readonly [chapter: string, text: string])[] = [
    ['authentication', `ends after ${(now.getTime() - idleSince(now).getTime()) / HOUR_MS} hours without use`],
    ['authentication', `after ${(expiryOf(now).getTime() - now.getTime()) / DAY_MS} days in any case`],
    ['authentication', `a log-in of the last ${freshMinutes()} minutes`],
    ['getting-started', `at most ${mebibytesOf('createTask')} MiB unless the operation says otherwise`],
    ['imports', `at most ${mebibytesOf('createImport')} MiB`],
    ['pages', `${limitDefault!} by default and ${limitMax!} at most`],
    ['idempotency', `up to ${keyLength!} printable ASCII characters`],
    ['idempotency', `kept for ${kept}`],
    ['rate-limits', `after ${perMinute.address} in a minute`],
    ['rate-limits', `RateLimit-Policy: "read";q=${perMinute.read};w=60`],
    ['versions', `Sunset: ${new Date(`${String(sunset)}T00:00:00Z`).toUTCString()}`],
    ['v1', `of at most ${parameters['Offset']!.schema['maximum']!.toLocaleString('en')}`],
  ];

  for (const [chapter, text] of facts) {
    it(`${chapter}: ${text}`, () => {
      expect(texts.get(chapter)).to.contain(text);
    });
  }

  it('authentication: the headers that scripts of other origins may read', () => {
    const [listed] = /Scripts may read the headers (?<names>[^.]+)\./.exec(texts.get('authentication')!)!.slice(1);
    expect([...listed!.matchAll(/`(?<name>[^`]+)`/g)].map(({ groups }) => groups!['name'])).to.have.members([
      ...exposedHeaders,
    ]);
  });

  it('rate-limits: every class, with its default', () => {
    const { markdown } = readChapters().find(({ name }) => name === 'rate-limits')!;
    const rows = [...markdown.matchAll(/^\| `(?<name>\w+)` \| (?<quota>\d+) \|/gm)];
    expect(Object.fromEntries(rows.map(({ groups }) => [groups!['name'], Number(groups!['quota'])]))).to.deep.equal(
      Object.fromEntries([...rateClasses, ...siteClasses].map((name) => [name, perMinute[name]])),
    );
  });

  it('the tag auth: the shortest password', () => {
    const { tags, components } = v2;
    const { description } = tags.find(({ name }) => name === 'auth')!;
    const { minLength } = components.schemas.Registration.properties.password;
    expect(description).to.contain(`at least ${minLength} characters`);
  });

  it('changelog: the first number of the version', () => {
    const { info } = parse(readFileSync(join(root, 'openapi/v2.yaml'), 'utf8')) as { info: { version: string } };
    expect(texts.get('changelog')).to.contain(`"version": "${info.version.split('.', 1)[0]!}.…"`);
  });
});
