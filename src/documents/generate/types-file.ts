import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import { isJson } from '../reader/json.ts';
import type { Document } from './document.ts';
import { notice } from './output.ts';

/** Members of an operation that openapi-typescript writes as `never` if they are absent. */
const wholes = new Set(['query', 'header', 'path', 'cookie', 'requestBody']);

/** Returns types.ts: the output of openapi-typescript for the document, and a name for every schema. */
export async function typesFile(document: Document): Promise<string> {
  // openapi-typescript modifies the document: it marks the tags of discriminators.
  const copy = mark(document) as OpenAPI3;
  const nodes = await openapiTS(copy, { defaultNonNullable: false, silent: true });
  const aliases = Object.keys(document.components?.['schemas'] ?? {}).map(
    (name) => `export type ${name} = components['schemas']['${name}'];\n`,
  );
  const text = astToString(nodes.map(allowUndefined)).replaceAll(marker, '');
  return `// ${notice}\n\n${text}\n${aliases.join('')}`;
}

/**
 * The prefix of names that every object inherits, while openapi-typescript processes the document: it uses names as
 * keys of plain objects.
 */
const marker = 'named_by_the_author_';
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * Returns a copy in which names such as `toString` and `valueOf` have the prefix: as keys, in `required`, and in
 * references.
 */
function mark(value: unknown, key = ''): unknown {
  const marked = (name: string): string => (inherited.has(name) ? marker + name : name);
  if (typeof value === 'string') {
    if (key === 'required') return marked(value);
    return key === '$ref' ? value.split('/').map(marked).join('/') : value;
  }
  if (Array.isArray(value)) return value.map((one) => mark(one, key));
  if (!isJson(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [marked(name), mark(member, name)]));
}

/**
 * Under exactOptionalPropertyTypes `a?: string` refuses `undefined`. In JSON both mean that nothing is sent, so the
 * types of optional members include it, and callers can pass values that may be undefined.
 */
function allowUndefined(root: ts.Node): ts.Node {
  const optional = (node: ts.PropertySignature): ts.PropertySignature => {
    const { type } = node;
    if (node.questionToken === undefined || type === undefined || type.kind === ts.SyntaxKind.NeverKeyword) return node;
    if (ts.isIdentifier(node.name) && wholes.has(node.name.text)) return node;
    const widened = ts.factory.createUnionTypeNode([
      type,
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword),
    ]);
    const { modifiers, name, questionToken } = node;
    const changed = ts.factory.createPropertySignature(modifiers, name, questionToken, widened);
    // The comments of openapi-typescript are synthetic: they belong to the node, not to a text.
    return ts.setSyntheticLeadingComments(changed, ts.getSyntheticLeadingComments(node));
  };
  const result = ts.transform(root, [
    (context) => {
      const visit = (node: ts.Node): ts.Node => {
        const visited = ts.visitEachChild(node, visit, context);
        return ts.isPropertySignature(visited) ? optional(visited) : visited;
      };
      return visit;
    },
  ]);
  return result.transformed[0] ?? root;
}
