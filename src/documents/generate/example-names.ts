import { isJson, mapMembers } from '../reader/json.ts';
import { nameIn } from '../reader/reference.ts';
import type { Document } from './document.ts';

// Redocly names the components of examples after their files: `session-start`. Generators accept letters, digits and
// underscores, and compare names without case and hyphens, so that the example would collide with `SessionStart`.

const section = '#/components/examples/';

/** Returns the document with renamed components of examples: `session-start` -> `example_session_start`. */
export function withExampleNames(document: Document): Document {
  const examples = document.components?.['examples'];
  if (examples === undefined) return document;
  const renamed = Object.entries(examples).map(([name, example]) => [exampleName(name), example] as const);
  const components = { ...document.components, examples: Object.fromEntries(renamed) };
  return withRefs({ ...document, components }) as Document;
}

function exampleName(file: string): string {
  return `example_${file.replaceAll('-', '_')}`;
}

function withRefs(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withRefs);
  if (!isJson(node)) return node;
  return mapMembers(node, (member, key) =>
    key === '$ref' && typeof member === 'string' && member.startsWith(section)
      ? section + exampleName(nameIn(member))
      : withRefs(member),
  );
}
