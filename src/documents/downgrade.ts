import { downgradeSchema, type Lose } from './downgrade-schema.ts';
import { withoutOrphans } from './orphans.ts';
import { rewrite, type Node } from './reader/grammar.ts';
import { asJson, asList, memberOf, type Json } from './reader/json.ts';
import { isRef, nameIn, resolve } from './reader/reference.ts';

// Converts OpenAPI 3.1 to 3.0.3, for generators that cannot read 3.1. A pure function of the document. Everything that
// 3.0 cannot express is listed under `x-lost` with its place.

/**
 * Returns a document of OpenAPI 3.0.3.
 * @param document a bundled document of OpenAPI 3.1, which is not modified
 */
export function downgrade(document: Json): Json {
  const lost: string[] = [];
  const lose: Lose = (pointer, what) => lost.push(`${pointer}: ${what}`);
  const schemes = asJson(asJson(document['components'])['securitySchemes']);
  const changed = rewrite({ value: document, kind: 'document', pointer: '#' }, (node, inside) =>
    downgradeNode(node, inside, { lose, schemes, document }),
  );
  const whole = { ...asJson(changed), ...(lost.length > 0 ? { 'x-lost': lost } : {}) };
  return withoutOrphans(whole, document);
}

interface Context {
  readonly lose: Lose;
  readonly schemes: Json;
  readonly document: Json;
}

function downgradeNode(node: Node, inside: () => Json, context: Context): unknown {
  const { value, kind, pointer } = node;
  if (kind === 'schema') return downgradeSchema(value, pointer, context);
  // 3.0 has no path items in components, so they are inserted where they are used.
  if (isRef(value) && kind === 'pathItem') {
    const { $ref: _reference, ...own } = asJson(value);
    const item = { ...resolve(context.document, value), ...own };
    return rewrite({ value: item, kind, pointer }, (inner, deeper) => downgradeNode(inner, deeper, context));
  }
  // 3.0 ignores the siblings of a reference.
  if (isRef(value)) return bareReference(asJson(value), pointer, context.lose);
  switch (kind) {
    case 'document':
      if ('jsonSchemaDialect' in asJson(value)) context.lose('#', 'jsonSchemaDialect');
      return downgradeRoot(inside(), context);
    case 'components':
      return downgradeComponents(inside(), context.lose);
    case 'operation':
      return withSecurity(inside(), pointer, context);
    case 'parameter':
      return withExample(asJson(value), inside());
    case 'media':
      return withSchema(inside(), pointer);
    case 'example':
      return value;
    case 'securityScheme':
      return downgradeScheme(asJson(value), pointer, context.lose);
    default:
      return inside();
  }
}

function downgradeRoot(document: Json, context: Context): Json {
  const { openapi: _openapi, jsonSchemaDialect: _dialect, webhooks, info, components, paths = {}, ...rest } = document;
  return {
    openapi: '3.0.3',
    info: downgradeInfo(asJson(info)),
    ...withSecurity(rest, '#', context),
    // A 3.1 document may have webhooks only. 3.0 requires paths.
    paths,
    // Redoc and other tools read the webhooks of 3.0 documents from this member.
    ...(webhooks === undefined ? {} : { 'x-webhooks': webhooks }),
    ...(components === undefined ? {} : { components }),
  };
}

function downgradeInfo({ summary, license, ...info }: Json): Json {
  const { identifier, ...named } = asJson(license);
  const isIdentified = typeof identifier === 'string';
  return {
    ...info,
    ...(summary === undefined ? {} : { 'x-summary': summary }),
    ...(license === undefined
      ? {}
      : { license: isIdentified ? { ...named, url: `https://spdx.org/licenses/${identifier}.html` } : license }),
  };
}

function downgradeComponents({ pathItems, ...components }: Json, lose: Lose): Json {
  if (pathItems !== undefined) lose('#/components/pathItems', 'components.pathItems');
  return components;
}

/** 3.0 ignores examples beside a reference to a schema, but knows an example of the parameter. */
function withExample({ schema }: Json, changed: Json): Json {
  const { $ref, examples, ...others } = asJson(schema);
  const [example] = asList(examples);
  if ($ref === undefined || example === undefined || Object.keys(others).length > 0) return changed;
  return { ...changed, schema: { $ref }, example };
}

/** 3.1 needs no schema for a binary body. 3.0 does. */
function withSchema(media: Json, pointer: string): Json {
  const isJsonText = /(\/|\+)json(;|$)/.test(nameIn(pointer));
  return 'schema' in media || isJsonText ? media : { ...media, schema: { type: 'string', format: 'binary' } };
}

/** 3.1 allows a summary and a description beside a reference. */
function bareReference({ $ref, ...own }: Json, pointer: string, lose: Lose): Json {
  for (const key of Object.keys(own)) lose(pointer, `${key} beside $ref`);
  return { $ref };
}

/** 3.0 has no client certificates. They belong to the connection, so a request contains nothing for them. */
function isInexpressible(scheme: unknown): boolean {
  return asJson(scheme)['type'] === 'mutualTLS';
}

function downgradeScheme(scheme: Json, pointer: string, lose: Lose): Json | undefined {
  if (!isInexpressible(scheme)) return scheme;
  lose(pointer, 'mutualTLS');
  return undefined;
}

/**
 * In 3.0, only OAuth 2 and OpenID Connect have scopes. Those of other schemes move to an extension beside `security`.
 */
function withSecurity(node: Json, pointer: string, { lose, schemes }: Context): Json {
  const { security } = node;
  if (!Array.isArray(security)) return node;
  const alternatives = security.map((alternative) => Object.entries(asJson(alternative)));
  const lost = alternatives.flat().filter(([name]) => isInexpressible(memberOf(schemes, name)));
  for (const [name] of lost) lose(`${pointer}/security`, `${name}, which is mutualTLS`);
  const kept = alternatives.map((entries) => entries.filter(([name]) => !isInexpressible(memberOf(schemes, name))));
  const isPlain = (name: string): boolean =>
    !['oauth2', 'openIdConnect'].includes(String(asJson(memberOf(schemes, name))['type']));
  const scopes = kept.map((entries) =>
    Object.fromEntries(entries.filter(([name, list]) => isPlain(name) && Array.isArray(list) && list.length > 0)),
  );
  const hasScopes = scopes.some((alternative) => Object.keys(alternative).length > 0);
  const without = kept.map((entries) =>
    Object.fromEntries(entries.map(([name, list]) => [name, isPlain(name) ? [] : list])),
  );
  const moved = [['security', without] as const, ...(hasScopes ? [['x-scopes', scopes] as const] : [])];
  // Inserted at the same position, to keep the order of members.
  return Object.fromEntries(
    Object.entries(node).flatMap(([name, value]) => (name === 'security' ? moved : [[name, value] as const])),
  );
}
