import { expect } from 'chai';
import { personalFields, secretNames } from '../../generated/sensitive-names.ts';
import documentV1 from '../../generated/v1/openapi.json' with { type: 'json' };
import documentV2 from '../../generated/v2/openapi.json' with { type: 'json' };
import { toAuditJson } from '../../src/audit/snapshot-json.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { MASK } from '../../src/platform/secret-texts.ts';

// Read from the documents once more, in another way than the generator does: what it leaves out is missed here.

type Json = Record<string, unknown>;
const documents = { v1: documentV1 as Json, v2: documentV2 as Json };

/** `#/components/schemas/Session/properties/token` of everything that is marked. */
function markedPlaces(value: unknown, place: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Json)['x-sensitive'] === true ? [place] : [];
  return [...own, ...Object.entries(value).flatMap(([key, one]) => markedPlaces(one, [...place, key]))];
}

/** The property or header that a place is of. */
function nameOf(place: readonly string[]): string {
  const at = place.findLastIndex((token) => token === 'properties' || token === 'headers');
  return place[at + 1]!;
}

const marked = [
  ...new Set(Object.values(documents).flatMap((document) => markedPlaces(document).map((place) => nameOf(place)))),
].sort();

/** What a secret of a name may look like; for most it is any text. */
const samples: Readonly<Record<string, readonly unknown[]>> = { code: ['123456', 'abcde-23456'] };
const samplesOf = (name: string): readonly unknown[] =>
  samples[name] ?? ['canary 4711', ['canary 4711'], { of: 'canary 4711' }];

function logged(fields: object): string {
  const lines: string[] = [];
  const logger = createLogger({ level: 'info', secretNames, destination: { write: (line) => void lines.push(line) } });
  logger.info(fields);
  logger.warn({ err: Object.assign(new Error('refused'), { fields }) });
  return lines.join('');
}

/** Where somebody may leave a field. */
const nestings: Readonly<Record<string, (field: Json) => Json>> = {
  'at the top': (field) => field,
  'in an object': (field) => ({ request: field }),
  'in headers': (field) => ({ request: { headers: field } }),
  'in a list': (field) => ({ items: [{ id: 1 }, field] }),
};

describe('names of what is sensitive', () => {
  it('are found in both documents', () => {
    expect(marked).to.include.members(['token', 'password', 'recovery_codes', 'challenge_token', 'otpauth_uri']);
  });

  const schemes = Object.values(documents).flatMap(
    (document) => Object.values((document['components'] as Json)['securitySchemes'] as Json) as Json[],
  );
  const carried = schemes.flatMap((scheme) =>
    typeof scheme['name'] !== 'string'
      ? ['authorization']
      : scheme['in'] === 'cookie'
        ? [scheme['name'], `__Host-${scheme['name']}`]
        : [scheme['name'].toLowerCase()],
  );
  const protocol = ['authorization', 'proxy-authorization', 'cookie', 'set-cookie'];
  const others = ['access_token', 'refresh_token', 'client_secret', 'credentials', 'password_hash', 'token_hash'];

  for (const name of new Set([...marked, ...carried, ...protocol, ...others])) {
    describe(name, () => {
      for (const [where, nest] of Object.entries(nestings)) {
        it(`is masked in logs and in the audit log, ${where}`, () => {
          for (const value of samplesOf(name)) {
            const fields = nest({ [name]: value });
            const hidden = JSON.stringify(value).slice(1, -1);
            expect(logged(fields)).to.include(MASK).and.not.include(hidden);
            expect(toAuditJson(fields, 'task')).to.include(MASK).and.not.include(hidden);
          }
        });
      }

      it('shows that it is absent', () => {
        expect(toAuditJson({ [name]: null }, 'task')).to.equal(JSON.stringify({ [name]: null }));
      });
    });
  }

  it('leave what has a harmless meaning, too', () => {
    for (const code of ['not_found', 'ECONNREFUSED', '23505', '57P01']) {
      expect(logged({ code })).to.include(code);
      expect(toAuditJson({ code }, 'task')).to.include(code);
    }
    const harmless = { title: 'A', key: 'CORE', email: 'ada@meridian.example' };
    expect(JSON.parse(toAuditJson(harmless, 'task')!)).to.deep.equal(harmless);
    for (const shown of Object.values(harmless)) expect(logged(harmless)).to.include(shown);
  });
});

describe('what is personal', () => {
  const webhooks = documents.v2['webhooks'] as Record<string, Json>;

  function dataOf(event: string): Json {
    const operation = webhooks[event]!['post'] as Json;
    let schema: unknown = operation['requestBody'];
    for (const step of ['content', 'application/json', 'schema']) schema = (schema as Json)[step];
    const data = (resolved(schema)['properties'] as Json)['data'];
    return resolved(data)['properties'] as Json;
  }
  function resolved(value: unknown): Json {
    const reference = (value as Json)['$ref'];
    if (typeof reference !== 'string') return value as Json;
    return resolved(
      reference
        .split('/')
        .slice(1)
        .reduce<unknown>((node, token) => (node as Json)[token], documents.v2),
    );
  }

  /** What tells who somebody is; a name only where it is a person's. */
  const personal = ['email', 'address', 'user_agent'];
  for (const event of Object.keys(webhooks)) {
    const type = event.split('.')[0]!;
    const names = Object.keys(dataOf(event)).filter(
      (name) => personal.includes(name) || (name === 'name' && ['user', 'member'].includes(type)),
    );
    if (names.length === 0) continue;
    it(`is masked in the audit log, and only there: ${event}`, () => {
      const representation = Object.fromEntries(names.map((name) => [name, 'canary 4711']));
      expect(toAuditJson(representation, type)).not.to.include('canary');
      expect(toAuditJson(representation, 'task')).to.include('canary');
      expect([...personalFields[type]!].sort()).to.deep.equal(names.sort());
    });
  }
});
