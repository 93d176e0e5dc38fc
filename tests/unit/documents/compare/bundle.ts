import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJson, type Json } from '../../../../src/documents/reader/json.ts';
import { child, follow, itemsOf, membersOf, rootOf, type Place } from '../../../../src/documents/reader/place.ts';

// The real bundles, and the places in them where a change can be made. The places are computed from the documents, so
// that they include operations that are added later.

const folder = join(import.meta.dirname, '../../../../generated');
const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** The date of all comparisons. */
export const today = '2026-12-01';

export const bundles: Readonly<Record<'v1' | 'v2', Json>> = { v1: read('v1'), v2: read('v2') };

function read(name: string): Json {
  return JSON.parse(readFileSync(join(folder, name, 'openapi.json'), 'utf8')) as Json;
}

/** An operation or a webhook. */
export interface Site {
  readonly version: 'v1' | 'v2';
  /** Its name in the findings of the comparison. */
  readonly id: string;
  readonly isWebhook: boolean;
  readonly item: Place;
  readonly operation: Place;
}

export const sites: readonly Site[] = (['v1', 'v2'] as const).flatMap((version) => [
  ...sitesUnder(version, 'paths'),
  ...sitesUnder(version, 'webhooks'),
]);

function sitesUnder(version: 'v1' | 'v2', member: 'paths' | 'webhooks'): Site[] {
  const isWebhook = member === 'webhooks';
  return [...membersOf(child(rootOf(bundles[version]), member))].flatMap(([name, item]) =>
    methods.flatMap((method) => {
      const operation = child(item, method);
      if (operation === undefined) return [];
      const id = isWebhook ? name : String(child(operation, 'operationId')?.value);
      return [{ version, id, isWebhook, item, operation }];
    }),
  );
}

export function methodsOf({ item }: Site): string[] {
  return methods.filter((method) => child(item, method) !== undefined);
}

/** Returns the entries of the operation's parameters and of its path item's parameters. */
export function parameterEntriesOf({ item, operation }: Site): Place[] {
  return [item, operation].flatMap((source) => itemsOf(child(source, 'parameters')));
}

export function parametersOf(site: Site, location?: string): Place[] {
  const all = parameterEntriesOf(site).map(follow);
  return location === undefined ? all : all.filter((it) => valueOf(it, 'in') === location);
}

export function parameterSchemasOf(site: Site): Place[] {
  return parametersOf(site).flatMap((it) => schemasUnder(child(it, 'schema')));
}

export function requestSchemasOf(site: Site): Place[] {
  return schemasOfContent(child(site.operation, 'requestBody'));
}

export function responsesOf({ operation }: Site): Place[] {
  return [...membersOf(child(operation, 'responses')).values()];
}

export function responseSchemasOf(site: Site): Place[] {
  return responsesOf(site).flatMap(schemasOfContent);
}

export function headersOf(site: Site): Place[] {
  return responsesOf(site).flatMap((response) => [...membersOf(membersOf(response).get('headers')).values()]);
}

export function linksOf(site: Site): Place[] {
  return responsesOf(site).flatMap((response) => [...membersOf(membersOf(response).get('links')).values()]);
}

export function mediaTypesOf(body: Place | undefined): Place[] {
  return [...membersOf(membersOf(body).get('content')).values()];
}

function schemasOfContent(body: Place | undefined): Place[] {
  return mediaTypesOf(body).flatMap((media) => schemasUnder(child(media, 'schema')));
}

/** Returns a schema and all schemas below it, each at its resolved place. */
function schemasUnder(written: Place | undefined, seen = new Set<string>()): Place[] {
  if (written === undefined) return [];
  const place = follow(written);
  if (seen.has(place.pointer) || !isJson(place.value)) return [];
  seen.add(place.pointer);
  const below = [
    ...membersOf(child(place, 'properties')).values(),
    ...['oneOf', 'anyOf', 'allOf'].flatMap((keyword) => itemsOf(child(place, keyword))),
    ...['items', 'additionalProperties'].flatMap((keyword) => child(place, keyword) ?? []),
  ];
  return [place, ...below.flatMap((one) => schemasUnder(one, seen))];
}

export function valueOf(place: Place, key: string): unknown {
  return isJson(place.value) ? place.value[key] : undefined;
}

/** The places that responses refer to. A change of these for requests would also change responses. */
const inResponses = new Set(
  sites.flatMap((site) => [
    ...responseSchemasOf(site).map(({ pointer }) => site.version + pointer),
    ...(site.isWebhook ? requestSchemasOf(site) : []).map(({ pointer }) => site.version + pointer),
  ]),
);
const inRequests = new Set(
  sites.flatMap((site) =>
    [...parameterSchemasOf(site), ...(site.isWebhook ? [] : requestSchemasOf(site))].map(
      ({ pointer }) => site.version + pointer,
    ),
  ),
);

export function isInResponses(site: Site, { pointer }: Place): boolean {
  return inResponses.has(site.version + pointer);
}

export function isInRequests(site: Site, { pointer }: Place): boolean {
  return inRequests.has(site.version + pointer);
}
