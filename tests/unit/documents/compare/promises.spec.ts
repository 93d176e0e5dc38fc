import { expect } from 'chai';
import { compareDocuments } from '../../../../src/documents/compare/compare.ts';
import { downgrade } from '../../../../src/documents/downgrade.ts';
import type { Json } from '../../../../src/documents/reader/json.ts';
import { bundles, today } from './bundle.ts';
import { documentOf, ref, type Parts } from './small.ts';

// Changes outside of schemas: callbacks, webhooks, links, media types, headers, security and sunsets.

const sending = (schema: unknown, more: Json = {}) => ({
  post: {
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { '204': { description: 'Taken.' } },
    ...more,
  },
});
const call = (item: Json, target = '{$request.body#/url}'): Parts => ({
  operation: { callbacks: { onThing: { [target]: item } } },
});
const hook = (item: Json, key = 'webhooks'): Parts => ({ root: { [key]: { 'thing.made': item } } });
const header = (name: string, required: boolean) => ({ name, in: 'header', required, schema: { type: 'string' } });
const object = (...names: readonly string[]) => ({
  type: 'object',
  required: names,
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
});
const takes = (...types: readonly string[]): Parts => ({
  operation: { requestBody: { content: Object.fromEntries(types.map((type) => [type, { schema: ref('Owner') }])) } },
});
const returns = (response: Json): Parts => ({
  operation: { responses: { '200': { description: 'Fine.', ...response } } },
});
const offers = (...types: readonly string[]): Parts =>
  returns({ content: Object.fromEntries(types.map((type) => [type, { schema: ref('Owner') }])) });
const says = (header: Json): Parts => returns({ headers: { 'X-Size': header } });
const leads = (link: Json): Parts => returns({ links: { next: link } });
const ends = (sunset: string): Parts => ({ operation: { deprecated: true, 'x-sunset': sunset } });
const proves = (scheme: Json, security: unknown = [{ key: [] }]): Parts => ({
  operation: { security },
  components: { securitySchemes: { key: scheme } },
});
const apiKey = { type: 'apiKey', in: 'header', name: 'X-Key' };
const bearer = { type: 'http', scheme: 'bearer' };
const flow = (scopes: Json) => ({ type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/token', scopes } } });
const [made, grown] = [sending(object('id')), sending(object('id', 'name'))];

const changes: readonly (readonly [name: string, Parts, Parts, broken: string])[] = [
  ['a removed callback', call(made), {}, 'callback-removed'],
  ['a new callback', {}, call(made), ''],
  ['a callback to another URL', call(made), call(made, '{$request.body#/hook}'), 'callback-removed'],
  ['a callback with another method', call({ post: made.post }), call({ put: made.post }), 'callback-removed'],
  ['a callback with a removed property', call(grown), call(made), 'payload-property-removed'],
  ['a callback with a new property', call(made), call(grown), ''],
  [
    'a callback whose receiver may no longer return 204',
    call(made),
    call(sending(object('id'), { responses: { '200': { description: 'Taken.' } } })),
    'callback-response-removed',
  ],
  ['a removed webhook', hook(made), {}, 'webhook-removed'],
  ['a webhook with a removed property', hook(grown), hook(made), 'payload-property-removed'],
  [
    'a webhook with another tag',
    hook(sending(object('id'), { tags: ['a'] })),
    hook(sending(object('id'), { tags: ['b'] })),
    '',
  ],
  [
    'a webhook with another operationId',
    hook(sending(object('id'), { operationId: 'a' })),
    hook(sending(object('id'), { operationId: 'b' })),
    'operation-id-changed',
  ],
  ['a webhook that moves from x-webhooks of 3.0 to webhooks', hook(made, 'x-webhooks'), hook(made), ''],
  ['a webhook with a new method', hook({ post: made.post }), hook({ post: made.post, put: made.post }), ''],
  [
    'a webhook without its signature',
    hook(sending(object('id'), { parameters: [header('webhook-signature', true)] })),
    hook(made),
    'payload-parameter-removed',
  ],
  [
    'a webhook with a new header',
    hook(made),
    hook(sending(object('id'), { parameters: [header('webhook-id', true)] })),
    '',
  ],
  [
    'a webhook with a header that becomes optional',
    hook(sending(object('id'), { parameters: [header('Webhook-Id', true)] })),
    hook(sending(object('id'), { parameters: [header('webhook-id', false)] })),
    'payload-parameter-made-optional',
  ],
  ['a removed link', leads({ operationId: 'a' }), {}, 'link-removed'],
  ['a link to another operation', leads({ operationId: 'a' }), leads({ operationId: 'b' }), 'link-changed'],
  ['a link with another description', leads({ operationId: 'a' }), leads({ operationId: 'a', description: 'On.' }), ''],
  [
    'a link on another server',
    leads({ operationId: 'a' }),
    leads({ operationId: 'a', server: { url: '/b' } }),
    'link-changed',
  ],
  ['a body with the default charset added', takes('application/json'), takes('application/json; charset=utf-8'), ''],
  [
    'a response with the default charset removed',
    offers('application/json;charset="UTF-8"'),
    offers('application/json'),
    '',
  ],
  ['a media type in capitals', offers('text/CSV'), offers('text/csv'), ''],
  [
    'parameters of a media type in another order',
    takes('text/csv; header=present; x=1'),
    takes('text/csv;x=1;header=present'),
    '',
  ],
  ['a body of JSON that is a merge patch now', takes('application/json'), takes('application/merge-patch+json'), ''],
  [
    'a body of a merge patch that is JSON now',
    takes('application/merge-patch+json'),
    takes('application/json'),
    'request-media-type-removed',
  ],
  [
    'a response of JSON that is a merge patch now',
    offers('application/json'),
    offers('application/merge-patch+json'),
    'response-media-type-removed',
  ],
  ['another charset', takes('text/csv'), takes('text/csv; charset=latin1'), 'request-media-type-removed'],
  [
    'another profile',
    offers('application/json; profile=a'),
    offers('application/json; profile=b'),
    'response-media-type-removed',
  ],
  ['a body with a wider media range', takes('image/png'), takes('image/*'), ''],
  ['a body with a narrower media range', takes('image/*'), takes('image/png'), 'request-media-type-removed'],
  ['a response with a narrower media range', offers('image/*'), offers('image/png'), ''],
  ['a response with a wider media range', offers('image/png'), offers('image/*'), 'response-media-type-removed'],
  [
    'a header whose content has another media type',
    says({ content: { 'application/json': { schema: {} } } }),
    says({ content: { 'text/csv': { schema: {} } } }),
    'header-type-changed',
  ],
  [
    'a header whose content has a new property',
    says({ content: { 'application/json': { schema: object('a') } } }),
    says({ content: { 'application/json': { schema: object('a', 'b') } } }),
    '',
  ],
  [
    'a header that becomes nullable',
    says({ schema: ref('Text') }),
    says({ schema: { anyOf: [ref('Text'), { type: 'null' }] } }),
    'header-made-nullable',
  ],
  [
    'a header that becomes exploded',
    says({ schema: object('a') }),
    says({ explode: true, schema: object('a') }),
    'header-type-changed',
  ],
  ['a new sunset', {}, ends('2027-06-30'), ''],
  ['a new sunset in the past', {}, ends('2026-11-30'), 'sunset-passed'],
  ['a new sunset at the beginning of today', {}, ends(today), 'sunset-passed'],
  ['a new sunset at the end of today', {}, ends(`${today}T23:59:59Z`), ''],
  ['a sunset that is not a date', {}, ends('soon'), 'sunset-passed'],
  ['an earlier sunset', ends('2027-06-30'), ends('2027-05-30'), 'sunset-nearer'],
  ['a later sunset', ends('2027-06-30'), ends('2027-07-30'), ''],
  ['an unchanged sunset in the past', ends('2026-11-01'), ends('2026-11-01'), ''],
  ['an API key in a header with another case', proves(apiKey), proves({ ...apiKey, name: 'x-key' }), ''],
  [
    'an API key in a query parameter with another case',
    proves({ ...apiKey, in: 'query' }),
    proves({ ...apiKey, in: 'query', name: 'x-key' }),
    'scheme-changed',
  ],
  ['an API key that moves to the query', proves(apiKey), proves({ ...apiKey, in: 'query' }), 'scheme-changed'],
  ['an HTTP scheme in capitals', proves(bearer), proves({ ...bearer, scheme: 'Bearer', bearerFormat: 'JWT' }), ''],
  ['another HTTP scheme', proves(bearer), proves({ ...bearer, scheme: 'basic' }), 'scheme-changed'],
  ['a removed scheme that no operation used', proves(apiKey, []), { operation: { security: [] } }, ''],
  ['new scopes of an OAuth flow', proves(flow({ a: 'A' })), proves(flow({ a: 'A', b: 'B' })), ''],
  ['removed scopes of an OAuth flow', proves(flow({ a: 'A', b: 'B' })), proves(flow({ a: 'A' })), 'scheme-changed'],
  ['a new required scope', proves(bearer, [{ key: ['a'] }]), proves(bearer, [{ key: ['a', 'b'] }]), 'scope-added'],
  ['scopes that 3.0 cannot express', { ...proves(bearer), openapi: '3.0.3' }, proves(bearer, [{ key: ['a'] }]), ''],
  [
    'scopes of OAuth 2 that 3.0 can express',
    { ...proves(flow({ a: 'A' })), openapi: '3.0.3' },
    proves(flow({ a: 'A' }), [{ key: ['a'] }]),
    'scope-added',
  ],
];

const brokenBy = (before: Json, after: Json): string[] =>
  compareDocuments(before, after, today)
    .filter(({ weight }) => weight === 'breaking')
    .map(({ kind }) => kind);

describe('the comparison of parts outside of schemas', () => {
  for (const [name, before, after, broken] of changes) {
    it(`${name}: ${broken || 'not breaking'}`, () => {
      expect(brokenBy(documentOf(before), documentOf(after))).to.deep.equal(broken.split(' ').filter(Boolean));
    });
  }

  it('a document of 3.1 and its variant of 3.0, in both directions: not breaking', () => {
    for (const document of Object.values(bundles)) {
      const old = downgrade(document);
      expect(brokenBy(old, document)).to.deep.equal([]);
      expect(brokenBy(document, old)).to.deep.equal([]);
    }
  }).timeout(60_000);

  it('a new scope between the 3.0 variant of a document and the next document: scope-added', () => {
    const next = documentOf(proves(bearer, [{ key: ['a', 'b'] }]));
    expect(brokenBy(downgrade(documentOf(proves(bearer, [{ key: ['a'] }]))), next)).to.deep.equal(['scope-added']);
  });
});
