import type { PlacedExchange } from './expectation.ts';

/** Where express-openapi-validator is wrong, or cannot know. The gate fails when the suite no longer shows it. */
interface KnownDifference {
  readonly name: string;
  readonly reason: string;
  /** What it says of the request, instead of what the server says. */
  readonly verdict: number;
  readonly applies: (exchange: PlacedExchange) => boolean;
}

const query = ({ target }: PlacedExchange): string => target.split('?')[1] ?? '';

export const knownDifferences: readonly KnownDifference[] = [
  {
    name: 'OPTIONS',
    reason: 'knows no method that the document does not write down; contract.md: OPTIONS returns Allow',
    verdict: 405,
    applies: ({ method, response }) => method === 'OPTIONS' && response.status === 204,
  },
  {
    name: 'HEAD',
    reason: 'the same; contract.md: HEAD is GET',
    verdict: 405,
    applies: ({ method, operation }) => method === 'HEAD' && operation !== undefined,
  },
  {
    name: 'missing CSRF token',
    reason: 'a pair of schemes of which one is missing is a missing credential to it; the contract returns 403',
    verdict: 401,
    applies: ({ headers, problem }) => problem?.code === 'csrf_failed' && (headers['x-csrf-token'] ?? '') === '',
  },
  {
    name: 'content coding that is not taken',
    reason: 'the parser before it undoes a coding that the contract does not take, and finds other bytes',
    verdict: 400,
    applies: ({ headers, response }) => response.status === 415 && 'content-encoding' in headers,
  },
  {
    name: 'body of no bytes',
    reason: 'the parser before it takes none under a JSON content type for {}, and requires no property',
    verdict: 200,
    applies: ({ body, response }) => body === '' && response.status === 400,
  },
  {
    name: 'slash at the end',
    reason: 'takes a path with one for the path without it',
    verdict: 401,
    applies: ({ path, response }) => path.endsWith('/') && response.status === 404,
  },
  {
    name: 'at sign in a query',
    reason: 'wants it encoded, though RFC 3986 lets it stand there, and programs leave it in addresses',
    verdict: 400,
    applies: (exchange) => query(exchange).includes('@') && exchange.response.status < 400,
  },
  {
    name: 'integers written as floats',
    reason: 'coerces by Number(), which takes 1e1 for ten; contract.md: integers are -?(0|[1-9]\\d*)',
    verdict: 200,
    applies: (exchange) => exchange.response.status === 400 && /=\d+e\d+(&|$)/.test(query(exchange)),
  },
  {
    name: 'malformed precondition',
    reason: 'knows the headers of an operation only; RFC 9110, 13: If-Match and If-None-Match count for each',
    verdict: 200,
    applies: ({ problem }) =>
      [...(problem?.errors ?? []), ...(problem?.details ?? [])].some(({ code }) => code === 'malformed_entity_tag'),
  },
  {
    name: 'address that failed to authenticate too often',
    reason: 'counts nothing; contract.md: the limit of the address comes before authentication',
    verdict: 401,
    applies: ({ problem, response }) => response.status === 429 && problem?.code === 'rate_limited',
  },
  {
    name: 'text that its charset does not explain',
    reason: 'looks at no charset and no byte order mark',
    verdict: 200,
    applies: ({ headers, response }) =>
      /^text\/csv\b/.test(String(headers['content-type'])) && (response.status === 400 || response.status === 415),
  },
  {
    name: 'JSON in a charset of its own',
    reason: 'reads it as UTF-8; RFC 8259, 8.1 knows no other, and the contract returns 415',
    verdict: 400,
    applies: ({ headers, response }) =>
      response.status === 415 && /^application\/json;\s*charset=utf-16/i.test(String(headers['content-type'])),
  },
  {
    name: 'operation past its sunset',
    reason: 'knows no sunset; contract.md: 410 comes before authentication',
    verdict: 401,
    applies: ({ response }) => response.status === 410,
  },
  {
    name: 'cookie over HTTPS',
    reason: 'reads the cookie by its name in the document, which has no prefix __Host-',
    verdict: 401,
    applies: ({ headers, response }) => String(headers['cookie']).includes('__Host-') && response.status === 200,
  },
  {
    name: 'format of an address',
    reason: 'has no check of the format idn-email',
    verdict: 200,
    applies: ({ path, problem, response }) =>
      response.status === 400 &&
      !path.includes('/urn:uuid:') &&
      [...(problem?.errors ?? []), ...(problem?.details ?? [])].some(({ code }) => code === 'format'),
  },
  {
    name: 'UUID as a URN',
    reason: 'takes urn:uuid: for a part of the format; RFC 9562, 4 has it in URNs only',
    verdict: 200,
    applies: ({ path, response }) => path.includes('/urn:uuid:') && response.status === 400,
  },
];
