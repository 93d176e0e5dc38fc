import type { PlacedExchange } from './expectation.ts';

/** A case in which express-openapi-validator is wrong or lacks information. The gate fails if no exchange shows it. */
interface KnownDifference {
  readonly name: string;
  readonly reason: string;
  /** The status of the validator, which differs from the server's. */
  readonly verdict: number;
  readonly applies: (exchange: PlacedExchange) => boolean;
}

const query = ({ target }: PlacedExchange): string => target.split('?')[1] ?? '';

export const knownDifferences: readonly KnownDifference[] = [
  {
    name: 'OPTIONS',
    reason:
      'the validator refuses methods that the document does not describe; in this contract, OPTIONS returns Allow',
    verdict: 405,
    applies: ({ method, response }) => method === 'OPTIONS' && response.status === 204,
  },
  {
    name: 'HEAD',
    reason: 'the validator refuses methods that the document does not describe; in this contract, HEAD is GET',
    verdict: 405,
    applies: ({ method, operation }) => method === 'HEAD' && operation !== undefined,
  },
  {
    name: 'missing CSRF token',
    reason: 'the validator treats a missing CSRF token as a missing credential; the contract returns 403',
    verdict: 401,
    applies: ({ headers, problem }) => problem?.code === 'csrf_failed' && (headers['x-csrf-token'] ?? '') === '',
  },
  {
    name: 'content coding that is not supported',
    reason: 'the body parser of Express decodes codings that the contract does not support, and fails on other bytes',
    verdict: 400,
    applies: ({ headers, response }) => response.status === 415 && 'content-encoding' in headers,
  },
  {
    name: 'empty body',
    reason: 'the body parser of Express reads an empty JSON body as {}',
    verdict: 200,
    applies: ({ body, response }) => body === '' && response.status === 400,
  },
  {
    name: 'trailing slash',
    reason: 'the validator ignores a trailing slash',
    verdict: 401,
    applies: ({ path, response }) => path.endsWith('/') && response.status === 404,
  },
  {
    name: 'at sign in a query',
    reason: 'the validator requires it to be encoded, although RFC 3986 allows it in a query',
    verdict: 400,
    applies: (exchange) => query(exchange).includes('@') && exchange.response.status < 400,
  },
  {
    name: 'integers written as floats',
    reason:
      'the validator converts with Number(), which reads 1e1 as 10; in this contract, integers are -?(0|[1-9]\\d*)',
    verdict: 200,
    applies: (exchange) => exchange.response.status === 400 && /=\d+e\d+(&|$)/.test(query(exchange)),
  },
  {
    name: 'malformed precondition',
    reason:
      'the validator knows declared headers only; RFC 9110, 13: If-Match and If-None-Match apply to every operation',
    verdict: 200,
    applies: ({ problem }) =>
      [...(problem?.errors ?? []), ...(problem?.details ?? [])].some(({ code }) => code === 'malformed_entity_tag'),
  },
  {
    name: 'address with too many failed authentications',
    reason: 'the validator has no rate limits; in this contract, the limit of the address comes before authentication',
    verdict: 401,
    applies: ({ problem, response }) => response.status === 429 && problem?.code === 'rate_limited',
  },
  {
    name: 'text that does not match its charset',
    reason: 'the validator ignores charsets and byte order marks',
    verdict: 200,
    applies: ({ headers, response }) =>
      /^text\/csv\b/.test(String(headers['content-type'])) && (response.status === 400 || response.status === 415),
  },
  {
    name: 'JSON in another charset',
    reason: 'the validator reads it as UTF-8; RFC 8259, 8.1 allows no other charset, and the contract returns 415',
    verdict: 400,
    applies: ({ headers, response }) =>
      response.status === 415 && /^application\/json;\s*charset=(?!utf-8)/i.test(String(headers['content-type'])),
  },
  {
    name: 'merge patch as application/json',
    reason:
      'the validator accepts only media types of the document; in this contract, a merge patch may be called JSON, too',
    verdict: 415,
    applies: ({ method, headers, response }) =>
      method === 'PATCH' && response.status !== 415 && /^application\/json\b/.test(String(headers['content-type'])),
  },
  {
    name: 'operation past its sunset',
    reason: 'the validator ignores x-sunset; in this contract, 410 comes before authentication',
    verdict: 401,
    applies: ({ response }) => response.status === 410,
  },
  {
    name: 'cookie over HTTPS',
    reason: 'the validator expects the cookie name in the document, which lacks the prefix __Host-',
    verdict: 401,
    applies: ({ headers, response }) => String(headers['cookie']).includes('__Host-') && response.status === 200,
  },
  {
    name: 'format of an email address or a time zone',
    reason: 'the validator does not check the formats idn-email and time-zone',
    verdict: 200,
    applies: ({ path, problem, response }) =>
      response.status === 400 &&
      !path.includes('/urn:uuid:') &&
      [...(problem?.errors ?? []), ...(problem?.details ?? [])].some(({ code }) => code === 'format'),
  },
  {
    name: 'UUID as a URN',
    reason: 'the validator accepts the prefix urn:uuid: in the format uuid; RFC 9562, 4 allows it in URNs only',
    verdict: 200,
    applies: ({ path, response }) => path.includes('/urn:uuid:') && response.status === 400,
  },
  {
    name: 'event in binary content mode',
    reason: 'the contract cannot say that headers are required with some media types only, or how they are encoded',
    verdict: 200,
    applies: ({ operation, problem, response }) =>
      operation?.id === 'receiveCloudEvents' &&
      response.status === 400 &&
      (problem?.errors ?? []).every(({ parameter }) => parameter?.startsWith('ce-')),
  },
  {
    name: 'text of an SDK',
    reason: 'the contract says that it is text, and the server reads it as an envelope or as JSON',
    verdict: 200,
    applies: ({ operation, problem, response }) =>
      ['receiveEnvelope', 'receiveStoredEvent'].includes(operation?.id ?? '') &&
      response.status === 400 &&
      problem?.code === 'validation_failed',
  },
  {
    name: 'content coding of an SDK',
    reason: 'the validator looks at no coding where it parses no body',
    verdict: 200,
    applies: ({ operation, headers, response }) =>
      ['receiveEnvelope', 'receiveStoredEvent'].includes(operation?.id ?? '') &&
      response.status === 415 &&
      'content-encoding' in headers,
  },
  {
    name: 'parentheses in a parameter of an SDK',
    reason: 'the validator takes them for reserved; RFC 3986, 3.4 allows them in a query',
    verdict: 400,
    applies: (exchange) => /sentry_\w+=[^&]*[()]/.test(query(exchange)) && exchange.response.status === 200,
  },
  {
    name: 'envelope without a media type',
    reason: 'the validator demands one; RFC 9110, 8.3 lets the server take it as application/octet-stream',
    verdict: 415,
    applies: ({ operation, headers, response }) =>
      operation?.id === 'receiveEnvelope' && response.status === 200 && !('content-type' in headers),
  },
];
