import { asList, asJson, isJson, type Json } from '../reader/json.ts';
import { mergePatchType } from '../reader/merge-patch.ts';
import {
  eachOperation,
  resolveNode,
  hasParameter,
  isJsonType,
  isPublic,
  isUnsafe,
  type Place,
  type Rule,
} from './rule.ts';

// Rules for responses: declared statuses, shared errors, headers, links, examples and bodies.

/** Status -> whether the operation must declare it. */
const needed: Readonly<Record<string, (place: Place) => boolean>> = {
  // Every operation refuses unknown parameters and malformed preconditions.
  '304': ({ method }) => method === 'get',
  '400': () => true,
  '401': ({ operation }) => !isPublic(operation),
  '403': ({ operation }) => !isPublic(operation),
  '404': ({ path }) => path.includes('{'),
  '406': () => true,
  '412': () => true,
  '413': ({ operation }) => 'requestBody' in operation,
  '415': ({ operation }) => 'requestBody' in operation,
  '429': ({ operation }) => !isPublic(operation),
  '431': () => true,
  '500': () => true,
  '503': () => true,
};

export const statusesDeclared: Rule = () =>
  eachOperation((place) => {
    const declared = Object.keys(asJson(place.operation['responses']));
    const missing = Object.keys(needed).filter((status) => !declared.includes(status) && needed[status]?.(place));
    if (missing.length > 0) place.report(`the operation must declare ${missing.join(', ')}`, 'responses');
    for (const status of declared) {
      if (!/^[1-5]\d\d$/.test(status))
        place.report(`${status} is not a status code: declare each status separately`, 'responses', status);
    }
  });

export const errorsShared: Rule = () =>
  eachOperation(({ operation, report }) => {
    for (const [status, response] of Object.entries(asJson(operation['responses']))) {
      const reference = String(asJson(response)['$ref']);
      if (/^[45]/.test(status) && !/shared\/responses(?:\.v1)?\.yaml#\/\w+$/.test(reference)) {
        report(`${status} must be a $ref to shared/responses.yaml`, 'responses', status);
      }
    }
  });

/**
 * Every POST of v2 with an authenticated caller can be repeated safely. A response without an owner cannot be stored
 * for repetition.
 */
export const idempotencyKeyed: Rule = () =>
  eachOperation((place) => {
    const { path, method, operation, report } = place;
    const isWanted = method === 'post' && !isPublic(operation) && !path.startsWith('/api/v1/');
    const isThere = hasParameter(place, 'header', 'Idempotency-Key');
    if (isWanted && !isThere) report('a POST with security must have the parameter Idempotency-Key');
    if (!isWanted && isThere) report('only a POST of v2 with security may have the parameter Idempotency-Key');
  });

/** An ETag needs its preconditions: If-None-Match and 304 on reads, If-Match on changes. */
export const etagsUsed: Rule = () =>
  eachOperation((place) => {
    const { method, operation, report } = place;
    const responses = asJson(operation['responses']);
    if (!('ETag' in headersOf(place, responses['200']))) return;
    if (method === 'get') {
      if (!hasParameter(place, 'header', 'If-None-Match'))
        report('a read that returns an ETag must have the parameter If-None-Match');
      if (!('304' in responses)) report('a read that returns an ETag must declare 304', 'responses');
    } else if ((method === 'patch' || method === 'put') && !hasParameter(place, 'header', 'If-Match')) {
      report('a change that returns an ETag must have the parameter If-Match');
    }
    if (method === 'put' && !hasParameter(place, 'header', 'If-None-Match')) {
      report('a PUT that returns an ETag must have the parameter If-None-Match, because it can create');
    }
  });

export const createdLocated: Rule = () =>
  eachOperation((place) => {
    const created = asJson(place.operation['responses'])['201'];
    if (created !== undefined && !('Location' in headersOf(place, created))) {
      place.report('201 must have the header Location', 'responses', '201');
    }
  });

/** `createTask` links to `getTask`, `updateTask` and `deleteTask`, if the document has them. */
export const createLinked: Rule = () => {
  const places: Place[] = [];
  const visitor = eachOperation((place) => {
    places.push(place);
  });
  return {
    ...visitor,
    Root: {
      leave() {
        const ids = new Set(places.map(({ operation }) => String(operation['operationId'])));
        for (const { operation, context, report } of places) {
          const noun = /^create(\w+)$/.exec(String(operation['operationId']))?.[1];
          const created = asJson(operation['responses'])['201'];
          if (noun === undefined || created === undefined) continue;
          const links = Object.values(asJson(resolveNode(context, created)['links']));
          const linked = new Set(links.map((link) => resolveNode(context, link)['operationId']));
          const missing = ['get', 'update', 'delete']
            .map((verb) => verb + noun)
            .filter((id) => ids.has(id) && !linked.has(id));
          if (missing.length > 0) report(`links must lead to ${missing.join(', ')}`, 'responses', '201');
        }
      },
    },
  };
};

/** A PATCH of v2 is a merge patch (RFC 7396). The engine also accepts it as `application/json`. */
export const patchesMerged: Rule = () =>
  eachOperation((place) => {
    if (place.method !== 'patch' || place.path.startsWith('/api/v1/')) return;
    const types = Object.keys(contentOf(place, place.operation['requestBody']));
    if (types.join() !== mergePatchType)
      place.report(`a PATCH must have a body of ${mergePatchType} only`, 'requestBody');
  });

/** Bodies of requests and successes have named examples. Redocly's own rule checks that they match their schema. */
export const examplesNamed: Rule = () =>
  eachOperation((place) => {
    const { operation, report } = place;
    const bodies: [unknown, ...string[]][] = [[operation['requestBody'], 'requestBody']];
    for (const [status, response] of Object.entries(asJson(operation['responses']))) {
      if (status.startsWith('2')) bodies.push([response, 'responses', status]);
    }
    for (const [body, ...member] of bodies) {
      for (const [mediaType, media] of Object.entries(contentOf(place, body))) {
        if (!isJson(media) || !isJsonType(mediaType)) continue;
        if ('example' in media) report(`${mediaType}: replace example by examples, which have names`, ...member);
        if (Object.keys(asJson(media['examples'])).length === 0) report(`${mediaType} must have an example`, ...member);
      }
    }
  });

/** A success of 204 or 304 has no body, every other success has one. A DELETE that removes something returns 204. */
export const bodiesFit: Rule = () =>
  eachOperation((place) => {
    const { method, operation, report } = place;
    for (const [status, response] of Object.entries(asJson(operation['responses']))) {
      const hasBody = Object.keys(contentOf(place, response)).length > 0;
      if ((status === '204' || status === '304') && hasBody)
        report(`${status} must not have a body`, 'responses', status);
      if ((status === '200' || status === '201' || status === '207') && !hasBody) {
        report(`${status} must have a body`, 'responses', status);
      }
    }
    if (method === 'get' && 'requestBody' in operation) report('a read must not have a request body', 'requestBody');
    const statuses = Object.keys(asJson(operation['responses']));
    if (isUnsafe(method) && statuses.includes('304')) report('304 is allowed only on reads', 'responses', '304');
  });

function headersOf({ context }: Place, response: unknown): Json {
  return asJson(resolveNode(context, response)['headers']);
}

function contentOf({ context }: Place, body: unknown): Json {
  return asJson(resolveNode(context, body)['content']);
}

/** Checks the form of the codes in x-problems. The generator checks that they exist. */
export const problemsNamed: Rule = () =>
  eachOperation(({ operation, report }) => {
    for (const code of asList(operation['x-problems'])) {
      if (!/^[a-z][a-z0-9_]*$/.test(String(code)))
        report(`${String(code)} is not a problem code such as task_blocked`, 'x-problems');
    }
  });
