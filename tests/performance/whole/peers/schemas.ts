import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPaths } from '../../../gate/excerpt.ts';

// The contract of the peers, from the generated document, so that every peer validates and serialises the same fields.

interface Schema {
  readonly $ref?: string;
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [keyword: string]: unknown;
}

const root = join(import.meta.dirname, '../../../..');
const document = JSON.parse(readFileSync(join(root, 'generated/v2/openapi.json'), 'utf8')) as {
  readonly paths: Readonly<Record<string, object>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
const pathsOfBench = [
  '/api/v2/tasks/{task_id}',
  '/api/v2/projects/{project_id}',
  '/api/v2/projects/{project_id}/tasks',
];

/**
 * Returns the document with the paths of the benchmark only. With the whole document, express-openapi-validator applies
 * the discriminator of one operation's body to others.
 */
export function documentOfBench(): unknown {
  const paths = Object.fromEntries(pathsOfBench.map((path) => [path, document.paths[path]]));
  return withPaths(document, paths);
}

/** Keywords of documentation and of OpenAPI, which Ajv in strict mode refuses. */
const notForAjv = /^(?:x-.*|example|examples|description|discriminator)$/;

/** Replaces references by what they refer to. */
function inline(schema: Schema): Schema {
  const { $ref, oneOf, ...own } = schema;
  if ($ref !== undefined) return { ...schemaOf($ref.replace('#/components/schemas/', '')), ...inline(own) };
  if (oneOf !== undefined) return inlineNullable(oneOf);
  const entries = Object.entries(own).filter(([keyword]) => !notForAjv.test(keyword));
  return Object.fromEntries(entries.map(([keyword, value]) => [keyword, inlineValue(keyword, value)]));
}

function inlineValue(keyword: string, value: unknown): unknown {
  if (keyword === 'items') return inline(value as Schema);
  if (keyword !== 'properties') return value;
  return Object.fromEntries(
    Object.entries(value as object).map(([name, property]) => [name, inline(property as Schema)]),
  );
}

/** For `oneOf`, Fastify's serialiser validates each alternative; for a list of types it does not. */
function inlineNullable([object, none]: readonly Schema[]): Schema {
  if (object === undefined || none?.['type'] !== 'null') throw new Error('expected an object or null');
  return { ...inline(object), type: ['object', 'null'] };
}

function schemaOf(name: string): Schema {
  const schema = document.components.schemas[name];
  if (schema === undefined) throw new Error(`the document has no schema ${name}`);
  return inline(schema);
}

function pick(name: string, fields: readonly string[]): Schema {
  const { properties = {}, ...others } = schemaOf(name);
  return { ...others, properties: Object.fromEntries(fields.map((field) => [field, properties[field]!])) };
}

/** Bodies of requests, with the fields that the peers write. */
export const bodySchemas = {
  create: pick('TaskCreate', ['title', 'description', 'type', 'status', 'priority', 'due_on']),
  update: pick('TaskUpdate', ['title', 'description', 'type', 'priority', 'due_on']),
};

export const responseSchemas = { task: schemaOf('Task'), project: schemaOf('Project'), page: schemaOf('TaskPage') };
