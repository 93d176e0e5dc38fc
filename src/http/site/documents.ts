import { BoundedMap } from '../../contract/access/bounded-map.ts';
import { withoutChapters } from '../../documents/chapters.ts';
import { downgrade } from '../../documents/downgrade.ts';
import { audiences, selectOperations, tagsOf, type Audience } from '../../documents/select-operations.ts';
import { sourceOf } from '../../platform/source-address.ts';
import { writeYaml } from '../../platform/yaml.ts';
import { AppError, type Violation } from '../../problems/app-error.ts';
import type { HttpContext, HttpOptions, OpenApiDocument, Version } from '../options.ts';
import { createRepresentation, documentCaching, jsonType, send } from './representation.ts';
import type { Representation } from './representation.ts';
import type { SurfaceRouter } from './router.ts';

type DocumentOptions = Pick<HttpOptions, 'documents' | 'rateLimiter' | 'metrics'>;
type Format = 'json' | 'yaml';

/** One form of a document that callers can request. */
interface Shape {
  readonly version: Version;
  readonly format: Format;
  readonly openapi: '3.1' | '3.0';
  /** Whether `info.description` has the chapters. Documents reduced to some tags never have them. */
  readonly chapters: boolean;
  /** Tags in the document's order; all of them if the request names none. */
  readonly tags: readonly string[] | undefined;
  /** All if the request names none. */
  readonly audience: Audience | undefined;
}

const parameters: readonly string[] = ['openapi', 'chapters', 'tags', 'audience'];

/**
 * There are too many combinations of tags and audiences to keep all. The most recently requested ones are cached, and all whole
 * documents.
 */
const cutShapesMax = 24;
/**
 * Anonymous callers can request any selection, and serializing one blocks the process. This is the share of
 * time that it may take.
 */
const writing = { budgetMs: 3000, windowMs: 10_000 };

/**
 * The OpenAPI documents: as JSON and YAML, as OpenAPI 3.1 or 3.0.3 (`?openapi=3.0`), with or without the chapters of the
 * description (`?chapters=false`), whole or reduced to some tags (`?tags=tasks,labels`) or to the operations that are not
 * for operators (`?audience=public`). All forms derive from the same object, so they cannot differ. Whole documents are
 * always available. Requests for a reduced document count against the address's quota.
 */
export function addDocuments(router: SurfaceRouter, { documents, rateLimiter, metrics }: DocumentOptions): void {
  const whole = new Map<string, Representation>();
  const cut = new BoundedMap<string, Representation>(cutShapesMax);
  const withinBudget = createBudget();
  const representationOf = async (shape: Shape, source: string): Promise<Representation> => {
    const made = isWhole(shape) ? whole : cut;
    const key = JSON.stringify(shape);
    const known = made.get(key);
    metrics.cacheRequests.inc({ cache: 'documents', result: known === undefined ? 'miss' : 'hit' });
    if (known !== undefined) return known;
    const write = (): Representation => represent(documents[shape.version], shape);
    if (!isWhole(shape)) await rateLimiter?.count('documents', source);
    const representation = isWhole(shape) ? write() : withinBudget(write);
    made.set(key, representation);
    return representation;
  };
  const places: readonly (readonly [prefix: string, version: Version])[] = [
    ['/api', 'v2'],
    ['/api/v1', 'v1'],
    ['/api/v2', 'v2'],
  ];
  for (const [prefix, version] of places) {
    for (const format of ['json', 'yaml'] as const) {
      router.get(`${prefix}/openapi.${format}`, async (context) => {
        context.set('API-Version', version);
        const asked = readShape(context, tagsOf(documents[version]));
        const representation = await representationOf({ version, format, ...asked }, sourceOf(context.ip));
        await send(context, representation, documentCaching);
      });
    }
  }
}

/**
 * Runs work, unless recent work has used up the time budget.
 * @throws AppError `overloaded` (503)
 */
function createBudget(): <Result>(work: () => Result) => Result {
  let since = -Infinity;
  let spentMs = 0;
  return (work) => {
    const begun = performance.now();
    if (begun - since > writing.windowMs) {
      since = begun;
      spentMs = 0;
    }
    if (spentMs > writing.budgetMs) {
      const seconds = Math.ceil((since + writing.windowMs - begun) / 1000);
      throw new AppError('overloaded', 503, {}, { headers: { 'retry-after': String(seconds) } });
    }
    try {
      return work();
    } finally {
      spentMs += performance.now() - begun;
    }
  };
}

function isWhole({ tags, audience }: Shape): boolean {
  return tags === undefined && audience === undefined;
}

/** Serializing a document of a megabyte would slow the start-up, so it happens on the first request. */
function represent(document: OpenApiDocument, shape: Shape): Representation {
  const { format, openapi } = shape;
  const described = shape.chapters ? document : withoutChapters(document);
  const selected = isWhole(shape) ? described : selectOperations(described, shape);
  const shaped = openapi === '3.0' ? downgrade(selected) : selected;
  if (format === 'json') return createRepresentation(jsonType, JSON.stringify(shaped, undefined, 2));
  // Aliases (&a1, *a1) for objects that occur twice are valid YAML, but several readers refuse them. Strings are
  // quoted, so that YAML 1.1 parsers do not read them as dates or booleans (`no`).
  const text = writeYaml(shaped, { aliasDuplicateObjects: false, schema: 'yaml-1.1' });
  return createRepresentation('application/yaml; charset=utf-8', text);
}

/**
 * Parses the query.
 * @throws AppError `validation_failed` (400) for an unsupported OpenAPI version, an unknown tag or audience, a value of
 * `chapters` that is not a boolean, or a parameter that the documents do not have
 */
function readShape({ query }: HttpContext, known: readonly string[]): Omit<Shape, 'version' | 'format'> {
  const violations: Violation[] = [];
  const refuse = (parameter: string, allowed: readonly string[]) => {
    const detail = `must be one of: ${allowed.join(', ')}`;
    violations.push({ in: 'query', parameter, code: 'enum', detail });
  };
  const version = query['openapi'] ?? '3.1';
  const openapi = version === '3.0' || version === '3.1' ? version : undefined;
  if (openapi === undefined) refuse('openapi', ['3.0', '3.1']);
  const chapters = query['chapters'] ?? 'true';
  if (chapters !== 'true' && chapters !== 'false') refuse('chapters', ['true', 'false']);
  const asked = query['tags'] === undefined ? undefined : [query['tags']].flat().flatMap((names) => names.split(','));
  if (asked?.every((name) => known.includes(name)) === false) refuse('tags', known);
  const audience = audiences.find((name) => name === query['audience']);
  if (query['audience'] !== undefined && audience === undefined) refuse('audience', audiences);
  for (const parameter of Object.keys(query).filter((name) => !parameters.includes(name))) {
    const detail = `is not a parameter of the documents, whose parameters are: ${parameters.join(', ')}`;
    violations.push({ in: 'query', parameter, code: 'unknown_parameter', detail });
  }
  if (openapi === undefined || violations.length > 0) {
    throw new AppError('validation_failed', 400, { count: violations.length }, { violations });
  }
  return {
    openapi,
    audience,
    chapters: chapters === 'true' && asked === undefined,
    tags: asked && known.filter((name) => asked.includes(name)),
  };
}
