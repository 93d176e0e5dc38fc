/** A request that Prism answers otherwise than the server. The test fails when it no longer does. */
export interface KnownDifference {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Status; `silence` where Prism never answers. */
  readonly mock: number | 'silence';
  readonly server: number;
}

const json = { 'content-type': 'application/json' };
const bearer = { authorization: 'Bearer {token}' };
const core = '{"key":"CORE","name":"Core platform"}';
const projects = '/api/v2/projects';

/** `{token}` stands for a token that is valid. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    name: 'Prism lets unknown query parameters pass',
    ...{ method: 'GET', path: `${projects}?no_such_parameter=1`, headers: bearer, mock: 200, server: 400 },
  },
  {
    name: 'Prism does not answer malformed JSON',
    ...{ method: 'POST', path: projects, headers: { ...bearer, ...json }, body: '{"a":', mock: 'silence', server: 400 },
  },
  {
    name: 'Prism does not know the vendor media type, which is negotiated and not declared',
    ...{ method: 'GET', path: projects, headers: { ...bearer, accept: 'application/vnd.architect.v2+json' } },
    ...{ mock: 406, server: 200 },
  },
  {
    name: 'Prism answers a missing CSRF token as a missing credential',
    ...{ method: 'POST', path: projects, headers: { ...json, cookie: 'architect_session={token}' }, body: core },
    ...{ mock: 401, server: 403 },
  },
  {
    name: 'Prism does not look at Content-Encoding',
    ...{ method: 'POST', path: projects, headers: { ...bearer, ...json, 'content-encoding': 'gzip' }, body: core },
    ...{ mock: 201, server: 415 },
  },
  {
    name: 'Prism takes a body without a content type for none',
    ...{ method: 'POST', path: projects, headers: bearer, body: core, mock: 400, server: 415 },
  },
  {
    name: 'Prism does not answer OPTIONS',
    ...{ method: 'OPTIONS', path: projects, headers: {}, mock: 405, server: 204 },
  },
];
