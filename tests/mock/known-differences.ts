import type { PlacedExchange } from '../gate/expectation.ts';
import { hasCharset, isUnparseable, type Heard, type ReplayedDifference } from './replay.ts';

// The one table of what Prism does otherwise than the server: in the replay of what the suite has recorded, and in
// requests that the suite has no reason to send. Every entry fails once the difference is gone.

const isSuccess = ({ status }: Heard): boolean => status !== 'silence' && status >= 200 && status < 300;

/** Whether nothing else was wrong with the request. */
function isOnly({ problem }: PlacedExchange, ...allowed: readonly string[]): boolean {
  const violations = problem?.errors ?? problem?.details ?? [];
  return violations.length > 0 && violations.every(({ code }) => allowed.includes(code));
}

export const replayedDifferences: readonly ReplayedDifference[] = [
  {
    name: 'charset that is not taken',
    reason: 'does not look at it, and reads the bytes as UTF-8',
    concerns: (exchange) => exchange.response.status === 415 && hasCharset(exchange),
    explains: (mock) => isSuccess(mock) || mock.status === 400 || mock.status === 'silence',
  },
  {
    name: 'unparseable body',
    reason: 'ends without a response',
    concerns: isUnparseable,
    explains: ({ status }) => status === 'silence',
  },
  {
    name: 'unknown query parameter',
    reason: 'lets it pass',
    concerns: (exchange) => isOnly(exchange, 'unknown_parameter'),
    explains: isSuccess,
  },
  {
    name: 'integer written as a float',
    reason: 'takes 1e1 for ten',
    concerns: (exchange) => isOnly(exchange, 'type') && /=\d+e\d/.test(exchange.target),
    explains: isSuccess,
  },
  {
    name: 'missing CSRF token',
    reason: 'takes it for a missing credential',
    concerns: ({ problem, headers }) => problem?.code === 'csrf_failed' && !('x-csrf-token' in headers),
    explains: ({ status }) => status === 401,
  },
  {
    name: 'empty response',
    reason: 'calls nothing text/plain',
    concerns: ({ response }) => response.body === '',
    explains: ({ status, type }, { response }) => status === response.status && type === 'text/plain',
  },
  {
    name: 'Accept that is not met',
    reason: 'returns 500 with a problem of its own, and does not look at Accept where there is no body to send',
    concerns: ({ response }) => response.status === 406,
    explains: ({ status }) => status === 500 || status === 204,
  },
  {
    name: 'Accept that refuses every type',
    reason: 'returns 406 without a body',
    concerns: ({ response, headers }) => response.status === 406 && String(headers['accept']).endsWith('*/*;q=0'),
    explains: ({ status, type }) => status === 406 && type === undefined,
  },
  {
    name: 'OPTIONS and HEAD',
    reason: 'knows no method that the document does not write down',
    concerns: ({ method }) => method === 'OPTIONS' || method === 'HEAD',
    explains: ({ status }) => status === 405,
  },
  {
    name: 'preflight',
    reason: 'responds to each by itself, also where nothing is',
    concerns: ({ method, headers }) => method === 'OPTIONS' && 'access-control-request-method' in headers,
    explains: ({ status }) => status === 204,
  },
  {
    name: 'empty precondition',
    reason: 'takes an empty header for none',
    concerns: (exchange) =>
      isOnly(exchange, 'pattern', 'malformed_entity_tag') &&
      [exchange.headers['if-match'], exchange.headers['if-none-match']].includes(''),
    explains: isSuccess,
  },
  {
    name: 'format of an address',
    reason: 'has no check of the format idn-email',
    concerns: (exchange) => isOnly(exchange, 'format') && (exchange.body ?? '').includes('"email":'),
    explains: isSuccess,
  },
  {
    name: 'format of a time zone',
    reason: 'has no check of the format time-zone',
    concerns: (exchange) => isOnly(exchange, 'format') && /[?&]time_zone=/.test(exchange.target),
    explains: isSuccess,
  },
  {
    name: 'limit before the body',
    reason: 'counts nothing, and looks at the body',
    concerns: ({ response, body }) => response.status === 429 && body === '{}',
    explains: ({ status }) => status === 400,
  },
  {
    name: 'limit before the credential',
    reason: 'counts nothing, and looks at the credential',
    concerns: ({ response, headers: { authorization, cookie } }) =>
      response.status === 429 && cookie === undefined && !/^Bearer /i.test(String(authorization)),
    explains: ({ status }) => status === 401,
  },
  {
    name: 'coding that is not taken',
    reason: 'does not look at it',
    concerns: ({ response, headers }) => response.status === 415 && 'content-encoding' in headers,
    explains: isSuccess,
  },
  {
    name: 'patch of another kind',
    reason: 'takes another JSON type for the only one that a PATCH declares',
    concerns: ({ response, method, headers }) =>
      response.status === 415 && method === 'PATCH' && headers['content-type'] === 'application/json-patch+json',
    explains: isSuccess,
  },
  {
    name: 'body without a media type',
    reason: 'takes it for none',
    concerns: ({ response, headers, body }) =>
      response.status === 415 && body !== undefined && !('content-type' in headers),
    explains: ({ status }) => status === 400,
  },
  {
    name: '431',
    reason: 'has the limit of its parser, which sends no body',
    concerns: ({ response }) => response.status === 431,
    explains: ({ status }) => status === 431,
  },
  {
    name: '405',
    reason: 'responds with a problem document of its own, and without Allow',
    concerns: ({ response, operation }) => operation === undefined && response.status === 405,
    explains: ({ status }) => status === 405,
  },
  {
    name: '404 of a path',
    reason: 'responds with a problem document of its own',
    concerns: ({ response, operation }) => operation === undefined && response.status === 404,
    explains: ({ status }) => status === 404,
  },
  {
    name: 'invalid body without a credential',
    reason: 'looks at the body first',
    concerns: ({ response, operation, body }) =>
      operation?.id === 'createEvent' && [401, 503].includes(response.status) && body?.includes('"c4nary ') === true,
    explains: ({ status }) => status === 400,
  },
  {
    name: 'CloudEvents beside JSON',
    reason: 'takes the first media type of the operation for each that is JSON',
    concerns: ({ operation, headers }) =>
      operation?.id === 'recordEvents' && String(headers['content-type']).startsWith('application/cloudevents'),
    explains: ({ status }) => status === 400,
  },
  {
    name: 'headers of an event in binary content mode',
    reason: 'does not know that they are required there and how they are encoded, which a contract cannot say',
    concerns: (exchange) =>
      exchange.operation?.id === 'receiveCloudEvents' &&
      isOnly(exchange, 'required', 'unknown_field', 'malformed_encoding') &&
      exchange.problem!.errors!.every((violation) => violation.in === 'header'),
    explains: isSuccess,
  },
  {
    name: 'envelope that cannot be read',
    reason: 'takes any text for one',
    concerns: ({ operation, response }) => operation?.id === 'receiveEnvelope' && response.status === 400,
    explains: isSuccess,
  },
];

/** Headers of successes whose value Prism makes itself. It does not fit the document. */
export const ownHeaders: readonly { readonly name: string; readonly value: string; readonly reason: string }[] = [
  { name: 'Deprecation', value: 'true', reason: 'marks every deprecated operation by itself, without a time' },
];

/** A request that Prism returns otherwise than the server. The test fails when it no longer does. */
export interface KnownDifference {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly mock: number;
  readonly server: number;
  /** A header that differs, and what Prism says in it. */
  readonly header?: readonly [name: string, mock: string | null];
}

const json = { 'content-type': 'application/json' };
const bearer = { authorization: 'Bearer {token}' };
const core = '{"key":"CORE","name":"Core platform"}';
const projects = '/api/v2/projects';

/** `{token}` stands for a token that is valid. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    name: 'Prism does not know the vendor media type, which is negotiated and not declared',
    ...{ method: 'GET', path: projects, headers: { ...bearer, accept: 'application/vnd.architect.v2+json' } },
    ...{ mock: 406, server: 200 },
  },
  {
    name: 'Prism does not look at Content-Encoding',
    ...{ method: 'POST', path: projects, headers: { ...bearer, ...json, 'content-encoding': 'zstd' }, body: core },
    ...{ mock: 201, server: 415 },
  },
  {
    name: 'Prism takes a body without a content type for none',
    ...{ method: 'POST', path: projects, headers: bearer, body: core, mock: 400, server: 415 },
  },
  {
    name: 'Prism takes an empty value in the query for none',
    ...{ method: 'GET', path: `${projects}?archived=`, headers: bearer, mock: 200, server: 400 },
  },
  {
    name: 'Prism does not respond HEAD',
    ...{ method: 'HEAD', path: projects, headers: bearer, mock: 405, server: 200 },
  },
  {
    name: 'Prism says of no method which ones there are',
    ...{ method: 'PUT', path: projects, headers: bearer, mock: 405, server: 405, header: ['allow', null] },
  },
  {
    name: 'Prism has its own word for deprecation',
    ...{ method: 'GET', path: '/api/v1/projects', headers: bearer, mock: 200, server: 200 },
    ...{ header: ['deprecation', 'true'] },
  },
];
