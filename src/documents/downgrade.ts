import { downgradeSchema, type Lose, type Mutable } from './downgrade-schema.ts';
import { withoutOrphans } from './orphans.ts';
import { asJson, isJson, mapMembers, type Json } from './reader/json.ts';
import { escapeToken, isRef } from './reader/reference.ts';

// OpenAPI 3.1 -> 3.0.3, for generators that read no newer one. A pure function of the document. What 3.0 cannot say
// is listed under `x-lost`, with the place where it stood, so that nobody has to find out by comparing.

/** @param document a bundled document of OpenAPI 3.1; it is left as it is */
export function downgrade(document: Json): Json {
  const lost: string[] = [];
  const lose: Lose = (pointer, what) => lost.push(`${pointer}: ${what}`);
  const { openapi: _openapi, jsonSchemaDialect, webhooks, info, components, ...rest } = document;
  if (jsonSchemaDialect !== undefined) lose('#', 'jsonSchemaDialect');
  const plain = plainSchemes(asJson(asJson(components)['securitySchemes']));
  const visit = (value: unknown, pointer: string) => downgradeNode(value, pointer, { lose, plain });
  const changed: Mutable = {
    openapi: '3.0.3',
    info: downgradeInfo(asJson(info)),
    ...asJson(visit(rest, '#')),
  };
  // Redoc and others read webhooks of 3.0 documents under this name.
  if (webhooks !== undefined) changed['x-webhooks'] = visit(webhooks, '#/webhooks');
  if (components !== undefined) changed['components'] = downgradeComponents(asJson(components), visit, lose);
  if (lost.length > 0) changed['x-lost'] = lost;
  return withoutOrphans(changed, document);
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

function downgradeComponents(components: Json, visit: (value: unknown, pointer: string) => unknown, lose: Lose): Json {
  const changed: Mutable = {};
  for (const [section, members] of Object.entries(components)) {
    const pointer = `#/components/${section}`;
    if (section === 'pathItems') lose(pointer, 'components.pathItems');
    else if (section === 'schemas') {
      changed[section] = mapMembers(asJson(members), (schema, name) =>
        downgradeSchema(schema, `${pointer}/${name}`, lose),
      );
    } else changed[section] = section === 'examples' ? mapExamples(members, pointer, lose) : visit(members, pointer);
  }
  return changed;
}

/** Schemes that, in 3.0, take no scopes: all but OAuth 2 and OpenID Connect. */
function plainSchemes(schemes: Json): ReadonlySet<string> {
  const isPlain = ([, scheme]: [string, unknown]) =>
    !['oauth2', 'openIdConnect'].includes(String(asJson(scheme)['type']));
  return new Set(
    Object.entries(schemes)
      .filter(isPlain)
      .map(([name]) => name),
  );
}

interface Means {
  readonly lose: Lose;
  readonly plain: ReadonlySet<string>;
}

/** Anything that is no schema: looks for schemas, references and security below it. */
function downgradeNode(value: unknown, pointer: string, means: Means): unknown {
  if (Array.isArray(value)) return value.map((member, index) => downgradeNode(member, `${pointer}/${index}`, means));
  if (!isJson(value)) return value;
  // A reference has no siblings in 3.0: they would be ignored.
  if (isRef(value)) return bareReference(value, pointer, means.lose);
  const changed: Mutable = {};
  for (const [key, member] of Object.entries(value)) {
    const place = `${pointer}/${escapeToken(key)}`;
    if (key === 'schema') changed[key] = downgradeSchema(member, place, means.lose);
    else if (key === 'security' && Array.isArray(member))
      Object.assign(changed, downgradeSecurity(member, means.plain));
    else if (key === 'examples') changed[key] = mapExamples(member, place, means.lose);
    else if (key === 'example' || key.startsWith('x-')) changed[key] = member;
    else if (key === 'content') changed[key] = downgradeContent(asJson(member), place, means);
    else changed[key] = downgradeNode(member, place, means);
  }
  return changed;
}

/** 3.1 needs no schema for a body of bytes; 3.0 does. */
function downgradeContent(content: Json, pointer: string, means: Means): Json {
  return mapMembers(content, (media, mediaType) => {
    const changed = asJson(downgradeNode(media, `${pointer}/${escapeToken(mediaType)}`, means));
    const isJsonText = /(\/|\+)json(;|$)/.test(mediaType);
    return 'schema' in changed || isJsonText ? changed : { ...changed, schema: { type: 'string', format: 'binary' } };
  });
}

function mapExamples(examples: unknown, pointer: string, lose: Lose): unknown {
  if (!isJson(examples)) return examples;
  return mapMembers(examples, (it, name) =>
    isJson(it) && isRef(it) ? bareReference(it, `${pointer}/${escapeToken(name)}`, lose) : it,
  );
}

/** 3.1 lets a reference carry a summary and a description of its own. */
function bareReference({ $ref, ...own }: Json, pointer: string, lose: Lose): Json {
  for (const key of Object.keys(own)) lose(pointer, `${key} beside $ref`);
  return { $ref };
}

/** Scopes of schemes that take none in 3.0 move beside `security`, alternative by alternative. */
function downgradeSecurity(security: readonly unknown[], plain: ReadonlySet<string>): Json {
  const without = security.map((alternative) =>
    mapMembers(asJson(alternative), (scopes, scheme) => (plain.has(scheme) ? [] : scopes)),
  );
  const scopes = security.map((alternative) =>
    Object.fromEntries(
      Object.entries(asJson(alternative)).filter(
        ([scheme, names]) => plain.has(scheme) && Array.isArray(names) && names.length > 0,
      ),
    ),
  );
  const hasScopes = scopes.some((alternative) => Object.keys(alternative).length > 0);
  return { security: without, ...(hasScopes ? { 'x-scopes': scopes } : {}) };
}
