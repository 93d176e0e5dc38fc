import { expect } from 'chai';
import { adoptDocument } from '../../../../src/documents/generate/adopt.ts';
import { adoptSchema } from '../../../../src/documents/generate/adopt-schema.ts';
import type { EngineOptions, ResponseHeaders } from '../../../../src/contract/options.ts';
import { compileContract } from '../../../../src/documents/generate/compile-contract.ts';
import { compileDocument } from '../../../support/contract/compile-document.ts';
import { bearerAuth, serveEngine, type ServedEngine } from '../../../support/engine/served-engine.ts';

const written = {
  openapi: '3.0.3',
  info: { title: 'Foreign', version: '1' },
  security: [{ key: [] }],
  paths: {
    '/things': {
      get: {
        parameters: [
          { name: 'filter', in: 'query', content: { 'application/json': { schema: { type: 'object' } } } },
          { name: 'size', in: 'query', required: true, schema: { type: 'integer', default: 5 } },
        ],
        responses: { default: { description: 'Anything.' } },
      },
      post: {
        operationId: 'postThing',
        security: [{ unheard: [] }, { login: [] }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['count', 'extra'],
                properties: {
                  count: { type: 'integer', nullable: true, minimum: 0, exclusiveMinimum: true },
                  shape: { type: 'string', format: 'anything-goes', pattern: '(?<!' },
                },
              },
            },
            'image/*': {},
          },
        },
        responses: {
          '2XX': {
            description: 'Fine.',
            headers: {
              'X-Sizes': { schema: { type: 'array', items: { type: 'integer' } } },
              'X-Box': { explode: true, schema: { type: 'object', properties: { R: { type: 'integer' } } } },
            },
            content: { 'image/*': {} },
          },
          '404': { description: 'Gone.' },
          default: { description: 'Bad.' },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: 'apiKey', in: 'query', name: 'api_key' },
      login: { type: 'http', scheme: 'Basic' },
    },
  },
};

describe('an adopted document of other authors', () => {
  const { document, omitted } = adoptDocument(written);
  let served: ServedEngine;
  let headers: ResponseHeaders;

  before(async () => {
    const { operations, validators } = await compileDocument(document);
    served = await serveEngine(
      {
        'get /things': async () => ({ status: 200, body: undefined }),
        postThing: async () => ({ status: 200, body: 'picture', headers }),
      },
      {
        document: document as unknown as EngineOptions['document'],
        operations,
        validators,
        security: { key: bearerAuth, login: bearerAuth },
      },
    );
  });
  after(() => served.close());
  beforeEach(() => {
    headers = { 'content-type': 'image/png' };
  });

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    served.request('POST', '/things', {
      headers: { authorization: 'basic viewer', 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('gets missing operationIds, tags and roles', () => {
    const { get, post: create } = document.paths['/things']!;
    expect([get?.operationId, create?.operationId]).to.deep.equal(['get /things', 'postThing']);
    expect(get).to.include({ 'x-role': 'user', 'x-rate-limit': 'read' });
    expect(get?.tags).to.deep.equal(['untagged']);
    expect(create?.security, 'a scheme that is not defined cannot authenticate').to.deep.equal([{ login: [] }]);
  });

  it('declares status codes instead of ranges', () => {
    const { get, post: create } = document.paths['/things']!;
    expect(Object.keys(get?.responses ?? {})).to.deep.equal(['200']);
    expect(Object.keys(create?.responses ?? {})).to.deep.equal(['200', '404', '500']);
  });

  it('reads an API key from the query, and does not treat it as an unknown parameter', async () => {
    expect((await served.request('GET', '/things?size=1&api_key=viewer')).status).to.equal(200);
    expect((await served.request('GET', '/things?size=1&api_key=nobody')).status).to.equal(401);
    expect((await served.request('GET', '/things?size=1')).status).to.equal(401);
  });

  it('reads JSON from a parameter with content', async () => {
    const filter = (text: string) =>
      served.request('GET', `/things?size=1&api_key=viewer&filter=${encodeURIComponent(text)}`);
    expect((await filter('{"a":1}')).status).to.equal(200);
    expect((await filter('[]')).violations).to.have.length(1);
  });

  it('requires required parameters, even with a default', async () => {
    const { violations } = await served.request('GET', '/things?api_key=viewer');
    expect(violations.map(({ parameter, code }) => `${parameter} ${code}`)).to.deep.equal(['size required']);
  });

  it('supports nullable and exclusive bounds of 3.0', async () => {
    expect((await post({ count: null, extra: 1 })).status).to.equal(200);
    expect((await post({ count: 1, extra: 1, shape: 'any' })).status).to.equal(200);
    expect((await post({ count: 0, extra: 1 })).violations[0]?.['pointer']).to.equal('/count');
    expect((await post({ count: 1 })).violations[0]?.['code']).to.equal('required');
  });

  it('accepts every media type of a range, and no other', async () => {
    expect((await post('png', { 'content-type': 'image/png' })).status).to.equal(200);
    expect((await post('text', { 'content-type': 'text/plain' })).status).to.equal(415);
  });

  it('returns every media type of a range, and no other', async () => {
    const thing = { count: 1, extra: 1 };
    expect((await post(thing)).headers.get('content-type')).to.equal('image/png');
    for (const wrong of ['text/plain', 'image/*']) {
      headers = { 'content-type': wrong };
      expect((await post(thing)).code).to.equal('contract_violated');
    }
    expect(served.violated).to.deep.equal(Array(2).fill('postThing content_type'));
  });

  it('returns headers that are lists or objects, in one or several lines', async () => {
    const statusOf = async (more: ResponseHeaders) => {
      headers = { 'content-type': 'image/png', ...more };
      return (await post({ count: 1, extra: 1 })).status;
    };
    for (const right of [{ 'x-sizes': '1, 2' }, { 'x-sizes': ['1', '2'] }, { 'x-box': 'R=1' }])
      expect(await statusOf(right), JSON.stringify(right)).to.equal(200);
    for (const wrong of [{ 'x-sizes': '1,a' }, { 'x-sizes': ['1', 'a'] }, { 'x-box': 'R=a' }])
      expect(await statusOf(wrong), JSON.stringify(wrong)).to.equal(500);
  });

  it('reports what is left out', () => {
    expect(omitted).to.deep.equal([
      "#/paths/~1things/post/requestBody/content/application~1json/schema/properties/shape: the format 'anything-goes' is not checked",
      "#/paths/~1things/post/requestBody/content/application~1json/schema/properties/shape: the pattern '(?<!' is not a valid regular expression",
      '#/paths /things post: a security scheme that the document does not define',
    ]);
    const item = { get: { responses: { '200': { description: 'd' }, '2xx': { description: 'd' }, ok: {} } } };
    const more = adoptDocument({
      openapi: '3.1.0',
      info: { title: 'More', version: '1' },
      servers: [{ url: 'https://example.com/v1' }],
      paths: {
        '/ping': { head: item.get },
        '/pong': { $ref: '#/components/pathItems/Pong', trace: item.get },
        pang: item,
      },
      webhooks: { made: {} },
      components: {
        pathItems: { Pong: { ...item, post: { callbacks: { onPong: {} }, responses: {} } } },
        schemas: {
          Far: { $ref: 'other.yaml#/It' },
          Both: { contains: {}, unevaluatedItems: false },
          Odd: { $dynamicRef: '#it', properties: { $ref: { $ref: '#/components/schemas/Far', minLength: 1 } } },
        },
      },
    });
    expect(Object.keys(more.document.paths)).to.deep.equal(['/ping', '/pong']);
    expect(Object.keys(more.document.paths['/pong']!)).to.deep.equal(['get', 'post']);
    expect(more.omitted).to.have.members([
      '#/webhooks: made is sent, not served',
      '#/servers: paths are served without the server path /v1',
      '#/paths: pang is not a path, which must begin with /',
      '#/paths /ping: HEAD is not served by itself',
      '#/paths /pong: TRACE is not served by itself',
      '#/paths /pong get: 2xx, because the document describes 200',
      '#/paths /pong get: ok is not a status code',
      '#/paths/~1pong/post/callbacks/onPong: a callback is sent, not served',
      '#/components/pathItems/Pong/post/callbacks/onPong: a callback is sent, not served',
      '#/components/schemas/Far: the reference other.yaml#/It points outside the document',
      '#/components/schemas/Both: unevaluatedItems is not checked beside contains',
      '#/components/schemas/Odd: the keyword $dynamicRef is not supported',
    ]);
  });

  it('does not serve what only an unknown security scheme protects', () => {
    const get = { responses: { '200': { description: 'd' } } };
    const { document: adopted, omitted: lost } = adoptDocument({
      openapi: '3.1.0',
      info: { title: 'Locked', version: '1' },
      security: [{ unheard: [] }],
      paths: { '/locked': { get }, '/open': { get: { ...get, security: [{ unheard: [] }, {}] } } },
    });
    expect(Object.keys(adopted.paths['/locked'] ?? {})).to.deep.equal([]);
    expect(adopted.paths['/open']?.get).to.deep.include({ security: [{}], 'x-role': 'anonymous' });
    expect(lost).to.deep.equal([
      '#/paths /locked get: a security scheme that the document does not define; the operation is not served',
      '#/paths /open get: a security scheme that the document does not define',
    ]);
  });

  for (const [what, paths, reason] of [
    ['a method of OpenAPI 3.2', { '/a': { query: {} } }, '#/paths /a: query is not a method that is served'],
    ['additional methods', { '/a': { additionalOperations: {} } }, '/a: additionalOperations is not a method that'],
    ['a method in upper case', { '/a': { GET: {} } }, '#/paths /a: GET is not a method that is served'],
    ['an operation that is null', { '/a': { get: null } }, '#/paths /a: get is not an operation'],
    ['a path that is null', { '/a': null }, '#/paths: /a is not an object'],
    ['servers of a path', { '/a': { servers: [{ url: '/v1' }] } }, '#/paths /a: its own servers have no effect'],
    ['servers of an operation', { '/a': { get: { servers: [] } } }, '#/paths /a get: its own servers have no effect'],
    [
      'a parameter in the whole query',
      { '/a': { get: { parameters: [{ name: 'q', in: 'querystring', content: {} }] } } },
      '#/paths/~1a/get/parameters/0: the parameter q is in querystring, which is not supported',
    ],
    [
      'a parameter of all operations of a path',
      { '/a': { parameters: [{ name: 'q', in: 'body' }] } },
      '#/paths/~1a/parameters/0: the parameter q is in body, which is not supported',
    ],
  ] as const) {
    it(`reports ${what}`, () => {
      const foreign = { openapi: '3.1.0', info: { title: 'More', version: '1' }, paths };
      const { omitted: left, document: adopted } = adoptDocument(foreign);
      expect(left).to.have.length(1);
      expect(left[0]).to.include(reason);
      expect(JSON.stringify(adopted)).not.to.match(/querystring|servers|"in":"body"|query/);
    });
  }

  it('cannot be generated without adoption if it has a method that is not served', () => {
    const head = { ...document, paths: { '/ping': { head: { responses: {} } } } } as unknown as typeof document;
    expect(() => compileContract({ v1: head, v2: head }, '')).to.throw('HEAD /ping');
  });

  it('is refused if it is not OpenAPI 3', () => {
    expect(() => adoptDocument({ swagger: '2.0' })).to.throw('expected an OpenAPI 3 document');
  });
});

describe('an adopted schema', () => {
  for (const [name, given, taken] of [
    ['nullable', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    ['nullable without a type, which has no effect', { nullable: true }, {}],
    ['an exclusive bound of 3.0', { maximum: 5, exclusiveMaximum: true }, { exclusiveMaximum: 5 }],
    ['an exclusive bound that is false', { maximum: 5, exclusiveMaximum: false }, { maximum: 5 }],
    ['an exclusive bound of 3.1', { exclusiveMinimum: 5 }, { exclusiveMinimum: 5 }],
    ['a format that is not checked', { type: 'string', format: 'hex' }, { type: 'string' }],
    ['a type that does not exist', { type: 'file' }, {}],
    ['a reference that points outside the document', { $ref: 'other.yaml#/Thing' }, {}],
    [
      'a list of items',
      { prefixItems: [{ type: 'string', nullable: true }] },
      { prefixItems: [{ type: ['string', 'null'] }] },
    ],
    [
      'a required member without a schema',
      { required: ['a', 'a'] },
      { required: ['a'], properties: { a: {} }, 'x-open': true },
    ],
    [
      'a closed object',
      { properties: {}, additionalProperties: false },
      { properties: {}, additionalProperties: false },
    ],
    ['true and false', { not: false, items: true }, { not: false, items: true }],
  ] as const) {
    it(name, () => {
      const means = { omit: () => undefined, isOld: false };
      expect(adoptSchema(given, '#', means)).to.deep.equal(taken);
    });
  }
});
