import { expect } from 'chai';
import { upgradeGuideOf, type UpgradeStep } from '../../../src/documents/upgrade-guide.ts';

type Json = Record<string, unknown>;

const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });
const object = (properties: Json, required: string[] = []) => ({ type: 'object', required, properties });
const text = { type: 'string' };

function operation(id: string, more: Json = {}): Json {
  return { operationId: id, summary: 'It', tags: ['notes'], responses: { 200: { description: 'd' } }, ...more };
}

function old(id: string, more: Json = {}): Json {
  return operation(id, { deprecated: true, 'x-sunset': '2027-01-01', 'x-successor': id, ...more });
}

interface Case {
  readonly from: Json;
  readonly to: Json;
  readonly others?: Json;
}

/** The only step of an upgrade from one operation to another. */
function step({ from, to, others = {} }: Case): UpgradeStep {
  const { tags } = upgradeGuideOf(
    { paths: { '/v1/notes/{id}': { put: old('editNote', from) } } },
    { paths: { '/v2/notes/{id}': { patch: operation('editNote', to) }, ...others } },
  );
  return tags[0]!.steps[0]!;
}

function items(one: Case, title: string): readonly string[] {
  return step(one).changes.find((change) => change.title === title)?.items ?? [];
}

const body = (properties: Json, required: string[] = []) => ({ requestBody: json(object(properties, required)) });
const response = (properties: Json) => ({ responses: { 200: json(object(properties)) } });

describe('upgrade guide', () => {
  it('shows method and path only if nothing else changes', () => {
    expect(step({ from: {}, to: {} })).to.deep.equal({
      id: 'editNote',
      summary: 'It',
      from: 'PUT /v1/notes/{id}',
      to: 'PATCH /v2/notes/{id}',
      successor: 'editNote',
      changes: [],
    });
  });

  it('finds the successor of a field in one of several alternatives', () => {
    const from = response({ ends_at: { ...text, 'x-successor': 'session.ends_at' }, token: text });
    const session = object({ token: text, session: object({ ends_at: text }, ['ends_at']) }, ['token', 'session']);
    const challenge = object({ challenge: text }, ['challenge']);
    const to = { responses: { 200: json({ oneOf: [session, challenge] }) } };
    expect(items({ from, to }, 'Response')).to.deep.equal([
      '`ends_at` becomes `session.ends_at`.',
      '`session`, `challenge` are new.',
    ]);
  });

  const parameter = (name: string, place: string, more: Json = {}) => ({ name, in: place, schema: text, ...more });
  it('lists parameters that are removed, added, moved or changed', () => {
    const from = {
      parameters: [parameter('a', 'query'), parameter('b', 'query'), parameter('c', 'header'), parameter('e', 'query')],
      ...body({ f: text }),
    };
    const schema = { type: 'string', enum: ['x'], default: 'x' };
    const to = {
      parameters: [
        parameter('b', 'header'),
        parameter('c', 'header', { required: true }),
        parameter('d', 'query', { required: true }),
        parameter('e', 'query', { schema }),
        parameter('f', 'path'),
      ],
      ...body({}),
    };
    expect(items({ from, to }, 'Parameters')).to.deep.equal([
      '`a` (query) was removed.',
      '`b` moves from the query to the header.',
      '`c` is now required.',
      '`e` must be one of `x`.',
      '`e` has the default `x`.',
      '`d` (query) is new and required.',
      '`f` moves from the body to the path.',
    ]);
    expect(items({ from, to }, 'Body')).to.deep.equal([]);
  });

  it('lists fields of the body that are removed, added, changed or renamed, at every depth', () => {
    const from = body({
      a: text,
      b: { type: 'string', enum: ['x', 'y'] },
      c: text,
      d: { type: 'array', items: object({ e: text }) },
      g: { ...text, 'x-successor': 'h' },
      i: { ...text, 'x-successor': 'moveNote' },
      j: object({ k: text }),
    });
    const to = body(
      {
        b: { type: 'string', enum: ['y', 'z'] },
        c: { type: ['string', 'null'] },
        d: { type: 'array', items: object({ e: { type: 'integer' }, f: text }) },
        h: { ...text, description: 'The new g.' },
        l: text,
      },
      ['c', 'l'],
    );
    const others = { '/v2/moves': { post: operation('moveNote') } };
    expect(items({ from, to, others }, 'Body')).to.deep.equal([
      '`a` was removed.',
      '`b` no longer has `x`.',
      '`b` also has `z`.',
      '`c` is string or null, was string.',
      '`c` is now required.',
      '`d[].e` is integer, was string.',
      '`g` becomes `h`: The new g.',
      '`i` becomes an operation: `moveNote`, `POST /v2/moves`.',
      '`j` was removed.',
      '`l` is new and required.',
      '`d[].f` is new.',
    ]);
  });

  it('lists status, headers and fields of the response, without deprecation headers', () => {
    const from = { responses: { 200: { ...json(object({ a: text })), headers: { Sunset: {}, Location: {} } } } };
    const to = { responses: { 201: { ...json(object({ b: text })), headers: { Location: {}, ETag: {}, Link: {} } } } };
    expect(items({ from, to }, 'Response')).to.deep.equal([
      'The status of success is 201, was 200.',
      'New headers: `ETag`.',
      '`a` was removed.',
      '`b` is new.',
    ]);
  });

  it('lists other statuses and scopes, but not 410', () => {
    const from = { responses: { 200: {}, 410: {}, 422: { description: 'Wrong.' } }, security: [{ bearerAuth: ['a'] }] };
    const to = { responses: { 200: {}, 409: { description: 'Refused.' } }, security: [{ bearerAuth: ['a', 'b'] }] };
    expect(items({ from, to }, 'Statuses')).to.deep.equal(['409 is new: Refused.', '422 was removed: Wrong.']);
    expect(items({ from, to }, 'Scopes')).to.deep.equal(['An API key needs the scope `b`.']);
  });

  it('lists the differences of errors once', () => {
    const error = (type: string, properties: Json) => ({
      401: { content: { [type]: { schema: object(properties) } } },
    });
    const { everywhere, sunsets } = upgradeGuideOf(
      { paths: { '/a': { get: old('getA', { responses: error('application/json', { code: text }) }) } } },
      { paths: { '/b': { get: operation('getA', { responses: error('application/problem+json', { type: text }) }) } } },
    );
    expect(sunsets).to.deep.equal(['2027-01-01']);
    expect(everywhere).to.deep.equal([
      'Errors are `application/problem+json`, were `application/json`.',
      'In errors, `code` was removed.',
      'In errors, `type` is new.',
    ]);
  });

  it('refuses an x-successor that does not exist', () => {
    expect(() => upgradeGuideOf({ paths: { '/a': { get: old('getA') } } }, { paths: {} })).to.throw('GET /a');
    const from = response({ a: { ...text, 'x-successor': 'nothing' } });
    expect(() => step({ from, to: response({}) })).to.throw(
      'there is no field or operation nothing (x-successor of a)',
    );
  });
});
