import { expect } from 'chai';
import { downgrade } from '../../../src/documents/downgrade.ts';

type Json = Record<string, unknown>;

const head = { openapi: '3.1.0', info: { title: 'Notes', version: '1.0.0' }, paths: {} };

function operation(written: Json, more: Json = {}): Json {
  const { paths } = downgrade({ ...head, ...more, paths: { '/a': { get: written } } }) as {
    paths: { '/a': { get: Json } };
  };
  return paths['/a'].get;
}

describe('downgrade', () => {
  it('lists removed examples, and removed siblings of a reference', () => {
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
    it('has version 3.0.3, and no x-lost if everything was converted', () => {
      expect(downgrade(head)).to.deep.equal({ ...head, openapi: '3.0.3' });
    });

    it('keeps the summary, and links to the licence', () => {
      const info = { ...head.info, summary: 's', license: { name: 'MIT', identifier: 'MIT' } };
      expect(downgrade({ ...head, info })['info']).to.deep.equal({
        ...head.info,
        'x-summary': 's',
        license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
      });
    });

    it('keeps webhooks as x-webhooks', () => {
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

    it('removes jsonSchemaDialect and components.pathItems', () => {
      const result = downgrade({ ...head, jsonSchemaDialect: 'https://example.com', components: { pathItems: {} } });
      expect(result).not.to.have.property('jsonSchemaDialect');
      expect(result['components']).to.deep.equal({});
      expect(result['x-lost']).to.deep.equal(['#: jsonSchemaDialect', '#/components/pathItems: components.pathItems']);
    });

    it('adds empty paths to a document with webhooks only', () => {
      const { paths: _paths, ...webhooksOnly } = head;
      expect(downgrade({ ...webhooksOnly, webhooks: {} })).to.deep.include({ paths: {}, 'x-webhooks': {} });
    });

    it('inserts referenced path items', () => {
      const item = { get: { parameters: [{ name: 'a', in: 'query', schema: { const: 1 } }] } };
      const result = downgrade({
        ...head,
        paths: { '/a': { $ref: '#/components/pathItems/It', summary: 's' } },
        components: { pathItems: { It: item } },
      });
      const parameters = [{ name: 'a', in: 'query', schema: { enum: [1] } }];
      expect(result['paths']).to.deep.equal({ '/a': { get: { parameters }, summary: 's' } });
    });

    it('removes client certificates and the security that requires them', () => {
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
      it(`treats ${name} as a name if an author chose it`, () => {
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

    it('does not modify the given document', () => {
      const document = { ...head, components: { schemas: { It: { type: ['string', 'null'], examples: ['a'] } } } };
      const before = structuredClone(document);
      downgrade(document);
      expect(document).to.deep.equal(before);
    });
  });

  describe('of an operation', () => {
    it('moves scopes of other schemes to x-scopes', () => {
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

    it('converts schemas of parameters, headers, bodies and responses, including default', () => {
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

    it('moves examples beside the reference of a parameter to the parameter', () => {
      const schema = { $ref: '#/components/schemas/Id' };
      const parameters = [
        { name: 'a', in: 'query', schema: { ...schema, examples: ['1'] } },
        { name: 'b', in: 'query', schema: { ...schema, default: '1', examples: ['2'] } },
        { name: 'c', in: 'query', schema: { ...schema, examples: [] } },
        { name: 'd', in: 'query', schema: { type: 'string', examples: ['3'] } },
      ];
      expect(operation({ parameters })).to.deep.equal({
        parameters: [
          { name: 'a', in: 'query', schema, example: '1' },
          { name: 'b', in: 'query', schema: { allOf: [schema], default: '1', example: '2' } },
          { name: 'c', in: 'query', schema: { allOf: [schema] } },
          { name: 'd', in: 'query', schema: { type: 'string', example: '3' } },
        ],
      });
    });

    it('does not convert named examples', () => {
      const examples = { a: { value: { schema: { const: 1 }, $ref: 'no reference', security: [{}] } } };
      const content = { 'application/json': { examples } };
      expect(operation({ requestBody: { content } })).to.deep.equal({ requestBody: { content } });
      expect(downgrade({ ...head, components: { examples } })['components']).to.deep.equal({ examples });
    });

    it('adds a schema to binary bodies without one', () => {
      const content = { 'application/zip': {}, 'application/json': {} };
      expect(operation({ requestBody: { content } })).to.deep.equal({
        requestBody: {
          content: { 'application/zip': { schema: { type: 'string', format: 'binary' } }, 'application/json': {} },
        },
      });
    });

    it('removes siblings of references', () => {
      const responses = { 200: { $ref: '#/components/responses/A', description: 'mine' } };
      expect(operation({ responses })).to.deep.equal({ responses: { 200: { $ref: '#/components/responses/A' } } });
    });
  });
});
