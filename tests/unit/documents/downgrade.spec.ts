import { expect } from 'chai';
import { downgrade } from '../../../src/documents/downgrade.ts';

type Json = Record<string, unknown>;

const head = { openapi: '3.1.0', info: { title: 'Notes', version: '1.0.0' }, paths: {} };

function schema(written: unknown): unknown {
  const { components } = downgrade({ ...head, components: { schemas: { It: written } } }) as {
    components: { schemas: { It: unknown } };
  };
  return components.schemas.It;
}

function operation(written: Json, more: Json = {}): Json {
  const { paths } = downgrade({ ...head, ...more, paths: { '/a': { get: written } } }) as {
    paths: { '/a': { get: Json } };
  };
  return paths['/a'].get;
}

/** What is written in 3.1 -> what it becomes in 3.0. */
const schemas: Readonly<Record<string, readonly [written: unknown, becomes: unknown]>> = {
  'a type that may be null': [
    { type: ['string', 'null'], maxLength: 5 },
    { type: 'string', nullable: true, maxLength: 5 },
  ],
  'a list of one type': [{ type: ['integer'] }, { type: 'integer' }],
  'several types': [
    { type: ['string', 'integer'], description: 'd' },
    { description: 'd', anyOf: [{ type: 'string' }, { type: 'integer' }] },
  ],
  'several types, one of them an array': [
    { type: ['array', 'string'], items: { const: 1 }, maxItems: 3 },
    { maxItems: 3, anyOf: [{ type: 'array', items: { enum: [1] } }, { type: 'string' }] },
  ],
  'an array without items among several types': [
    { type: ['string', 'array', 'null'] },
    {
      anyOf: [
        { type: 'string', nullable: true },
        { type: 'array', nullable: true, items: {} },
      ],
    },
  ],
  'a tuple that ends': [
    { type: 'array', prefixItems: [{ type: 'string' }, { const: 1 }], items: false },
    { type: 'array', items: { anyOf: [{ type: 'string' }, { enum: [1] }] }, maxItems: 2 },
  ],
  'a tuple that goes on': [
    { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'integer' } },
    { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'integer' }] } },
  ],
  'a tuple that is followed by anything': [
    { type: 'array', prefixItems: [{ type: 'string' }] },
    { type: 'array', items: {} },
  ],
  'several types that may be null': [
    { type: ['string', 'integer', 'null'] },
    {
      anyOf: [
        { type: 'string', nullable: true },
        { type: 'integer', nullable: true },
      ],
    },
  ],
  'null alone': [{ type: 'null' }, { type: 'object', nullable: true, enum: [null] }],
  'a reference that may be null': [
    { oneOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }] },
    { oneOf: [{ $ref: '#/components/schemas/A' }, { type: 'object', nullable: true, enum: [null] }] },
  ],
  const: [
    { type: 'string', const: 'a' },
    { type: 'string', enum: ['a'] },
  ],
  'exclusive bounds': [
    { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 9 },
    { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true },
  ],
  'exclusive bounds beside stricter ones': [
    { type: 'number', exclusiveMinimum: 0, minimum: 1, exclusiveMaximum: 9, maximum: 8 },
    { type: 'number', minimum: 1, maximum: 8 },
  ],
  'exclusive bounds beside weaker ones': [
    { type: 'number', exclusiveMinimum: 1, minimum: 0 },
    { type: 'number', minimum: 1, exclusiveMinimum: true },
  ],
  examples: [
    { type: 'string', examples: ['a', 'b'] },
    { type: 'string', example: 'a' },
  ],
  'a reference with siblings': [
    { $ref: '#/components/schemas/A', description: 'd' },
    { description: 'd', allOf: [{ $ref: '#/components/schemas/A' }] },
  ],
  'a bare reference': [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/A' }],
  'base64 text': [
    { type: 'string', contentEncoding: 'base64' },
    { type: 'string', format: 'byte' },
  ],
  bytes: [
    { type: 'string', contentMediaType: 'application/octet-stream' },
    { type: 'string', format: 'binary' },
  ],
  'schemas that are true or false': [
    { type: 'object', properties: { a: true, b: false }, additionalProperties: false },
    { type: 'object', properties: { a: {}, b: { not: {} } }, additionalProperties: false },
  ],
  'an array without items': [{ type: 'array' }, { type: 'array', items: {} }],
  'a comment': [{ type: 'string', $comment: 'c' }, { type: 'string' }],
  'what is nested': [
    { type: 'array', items: { type: 'object', properties: { a: { type: ['integer', 'null'] } } } },
    { type: 'array', items: { type: 'object', properties: { a: { type: 'integer', nullable: true } } } },
  ],
  'additional properties': [
    { type: 'object', additionalProperties: { const: 1 } },
    { type: 'object', additionalProperties: { enum: [1] } },
  ],
  'properties named like keywords': [
    { type: 'object', properties: { const: { type: 'string' }, examples: { const: 'a' } } },
    { type: 'object', properties: { const: { type: 'string' }, examples: { enum: ['a'] } } },
  ],
  'a discriminator, which stays': [
    { oneOf: [{ $ref: '#/components/schemas/A' }], discriminator: { propertyName: 'kind' } },
    { oneOf: [{ $ref: '#/components/schemas/A' }], discriminator: { propertyName: 'kind' } },
  ],
  'extensions, which stay': [
    { type: 'string', 'x-sensitive': true },
    { type: 'string', 'x-sensitive': true },
  ],
};

describe('downgrade', () => {
  describe('of a schema', () => {
    for (const [what, [written, becomes]] of Object.entries(schemas)) {
      it(`changes ${what}`, () => expect(schema(written)).to.deep.equal(becomes));
    }

    it('drops what 3.0 cannot say, and lists it', () => {
      const result = downgrade({
        ...head,
        components: { schemas: { It: { type: 'object', patternProperties: { '^a': {} }, propertyNames: {} } } },
      });
      expect(result).to.have.nested.property('components.schemas.It').that.deep.equals({ type: 'object' });
      expect(result['x-lost']).to.deep.equal([
        '#/components/schemas/It: patternProperties',
        '#/components/schemas/It: propertyNames',
      ]);
    });
  });

  it('lists further examples, and what stood beside a reference', () => {
    const responses = { 200: { $ref: '#/components/responses/A', description: 'mine' } };
    const result = downgrade({
      ...head,
      paths: { '/a': { get: { responses } } },
      components: { schemas: { It: { type: 'string', examples: ['a', 'b'] } } },
    });
    expect(result).to.have.nested.property('components.schemas.It').that.deep.equals({ type: 'string', example: 'a' });
    expect(result['x-lost']).to.deep.equal([
      '#/paths/~1a/get/responses/200: description beside $ref',
      '#/components/schemas/It: examples but the first',
    ]);
  });

  describe('of the document', () => {
    it('names version 3.0.3, and loses nothing where nothing is lost', () => {
      expect(downgrade(head)).to.deep.equal({ ...head, openapi: '3.0.3' });
    });

    it('keeps the summary and points to the licence', () => {
      const info = { ...head.info, summary: 's', license: { name: 'MIT', identifier: 'MIT' } };
      expect(downgrade({ ...head, info })['info']).to.deep.equal({
        ...head.info,
        'x-summary': 's',
        license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
      });
    });

    it('keeps webhooks under the name that tools know', () => {
      const webhooks = {
        'note.created': { post: { requestBody: { content: { 'application/json': { schema: { const: 1 } } } } } },
      };
      expect(downgrade({ ...head, webhooks })).to.deep.include({
        'x-webhooks': {
          'note.created': { post: { requestBody: { content: { 'application/json': { schema: { enum: [1] } } } } } },
        },
      });
      expect(downgrade({ ...head, webhooks })).not.to.have.property('webhooks');
    });

    it('loses the dialect and components that are paths', () => {
      const result = downgrade({ ...head, jsonSchemaDialect: 'https://example.com', components: { pathItems: {} } });
      expect(result).not.to.have.property('jsonSchemaDialect');
      expect(result['components']).to.deep.equal({});
      expect(result['x-lost']).to.deep.equal(['#: jsonSchemaDialect', '#/components/pathItems: components.pathItems']);
    });

    it('gives a document of webhooks alone the paths that 3.0 requires', () => {
      const { paths: _paths, ...webhooksOnly } = head;
      expect(downgrade({ ...webhooksOnly, webhooks: {} })).to.deep.include({ paths: {}, 'x-webhooks': {} });
    });

    it('writes path items out where they are used', () => {
      const item = { get: { parameters: [{ name: 'a', in: 'query', schema: { const: 1 } }] } };
      const result = downgrade({
        ...head,
        paths: { '/a': { $ref: '#/components/pathItems/It', summary: 's' } },
        components: { pathItems: { It: item } },
      });
      const parameters = [{ name: 'a', in: 'query', schema: { enum: [1] } }];
      expect(result['paths']).to.deep.equal({ '/a': { get: { parameters }, summary: 's' } });
    });

    it('loses client certificates by name, and what asks for them', () => {
      const securitySchemes = { tls: { type: 'mutualTLS' }, key: { type: 'apiKey', in: 'header', name: 'Key' } };
      const result = downgrade({
        ...head,
        security: [{ tls: [] }],
        paths: { '/a': { get: { security: [{ tls: [], key: ['a'] }] } } },
        components: { securitySchemes },
      });
      expect(result['components']).to.deep.equal({ securitySchemes: { key: securitySchemes.key } });
      expect(result['security']).to.deep.equal([{}]);
      expect(result['paths']).to.deep.equal({
        '/a': { get: { security: [{ key: [] }], 'x-scopes': [{ key: ['a'] }] } },
      });
      expect(result['x-lost']).to.have.members([
        '#/components/securitySchemes/tls: mutualTLS',
        '#/security: tls, which is mutualTLS',
        '#/paths/~1a/get/security: tls, which is mutualTLS',
      ]);
    });

    for (const name of [
      'content',
      'schema',
      'security',
      'examples',
      'example',
      '$ref',
      'headers',
      'x-y',
      'constructor',
      '__proto__',
    ]) {
      it(`takes ${name} for a name where an author chose it`, () => {
        const named = (value: unknown) => Object.fromEntries([[name, value]]);
        const of = (schema: unknown) => ({
          ...head,
          paths: {
            '/a': {
              post: {
                responses: { 200: { headers: named({ schema }), links: named({ parameters: { schema: 1 } }) } },
                callbacks: { onIt: { '{$url}': { post: { responses: {} } } } },
              },
            },
          },
          components: {
            headers: named({ schema }),
            parameters: named({ name, in: 'query', schema }),
            responses: named({ description: 'd', headers: named({ schema }) }),
            schemas: { It: { type: 'object', properties: named(schema) } },
          },
        });
        const result = downgrade(of({ const: 1 }));
        expect(result).to.deep.equal({ ...of({ enum: [1] }), openapi: '3.0.3' });
      });
    }

    it('leaves the document it is given as it is', () => {
      const document = { ...head, components: { schemas: { It: { type: ['string', 'null'], examples: ['a'] } } } };
      const before = structuredClone(document);
      downgrade(document);
      expect(document).to.deep.equal(before);
    });
  });

  describe('of an operation', () => {
    it('moves scopes of plain schemes beside security', () => {
      const components = {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer' }, oauth: { type: 'oauth2', flows: {} } },
      };
      const security = [{ bearer: ['a:read'] }, { oauth: ['b'] }];
      expect(operation({ security }, { components })).to.deep.equal({
        security: [{ bearer: [] }, { oauth: ['b'] }],
        'x-scopes': [{ bearer: ['a:read'] }, {}],
      });
      expect(operation({ security: [] }, { components })).to.deep.equal({ security: [] });
    });

    it('changes schemas of parameters, headers, bodies and responses, the default one too', () => {
      const nullable = { type: ['string', 'null'] };
      const changed = { type: 'string', nullable: true };
      expect(
        operation({
          parameters: [{ name: 'a', in: 'query', schema: nullable }],
          requestBody: { content: { 'application/json': { schema: nullable } } },
          responses: {
            default: { headers: { A: { schema: nullable } }, content: { 'application/json': { schema: nullable } } },
          },
        }),
      ).to.deep.equal({
        parameters: [{ name: 'a', in: 'query', schema: changed }],
        requestBody: { content: { 'application/json': { schema: changed } } },
        responses: {
          default: { headers: { A: { schema: changed } }, content: { 'application/json': { schema: changed } } },
        },
      });
    });

    it('leaves named examples as they are, whatever they look like', () => {
      const examples = { a: { value: { schema: { const: 1 }, $ref: 'no reference', security: [{}] } } };
      const content = { 'application/json': { examples } };
      expect(operation({ requestBody: { content } })).to.deep.equal({ requestBody: { content } });
      expect(downgrade({ ...head, components: { examples } })['components']).to.deep.equal({ examples });
    });

    it('gives bytes without a schema one', () => {
      const content = { 'application/zip': {}, 'application/json': {} };
      expect(operation({ requestBody: { content } })).to.deep.equal({
        requestBody: {
          content: { 'application/zip': { schema: { type: 'string', format: 'binary' } }, 'application/json': {} },
        },
      });
    });

    it('strips siblings of references', () => {
      const responses = { 200: { $ref: '#/components/responses/A', description: 'mine' } };
      expect(operation({ responses })).to.deep.equal({ responses: { 200: { $ref: '#/components/responses/A' } } });
    });
  });
});
