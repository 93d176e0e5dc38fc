import { documents, type Version } from '../support/contract/document.ts';

/** The part of a document that a validator reads. */
export interface Excerpt {
  readonly paths: Readonly<Record<string, unknown>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const reference = /^#\/components\/([^/]+)\/([^/]+)/;

/** Collects the components that a node refers to, directly or indirectly, by kind and name. */
function collect(
  node: unknown,
  components: Excerpt['components'],
  found: Record<string, Record<string, unknown>>,
): void {
  if (typeof node !== 'object' || node === null) return;
  for (const value of Object.values(node) as unknown[]) {
    const [, kind = '', name = ''] = reference.exec(typeof value === 'string' ? value : '') ?? [];
    if (kind === '') {
      collect(value, components, found);
    } else if (found[kind]?.[name] === undefined) {
      const component = components[kind]?.[name];
      found[kind] = { ...found[kind], [name]: component };
      collect(component, components, found);
    }
  }
}

/**
 * Returns the unchanged paths of one tag, and the components that they refer to. The validator reads its whole document
 * for every status of every operation, so the time for a complete document grows with the square of its length.
 */
export function excerptOf(version: Version, tag: string): Excerpt {
  const document = documents[version] as unknown as Excerpt;
  const isOfTag = (operation: unknown): boolean =>
    typeof operation === 'object' &&
    operation !== null &&
    'tags' in operation &&
    (operation.tags as string[]).includes(tag);
  const paths = Object.fromEntries(
    Object.entries(document.paths).filter(([, item]) => Object.values(item as object).some(isOfTag)),
  );
  return withPaths(document, paths);
}

/** Returns a document with these paths only, and the components that they refer to. */
export function withPaths(document: Excerpt, paths: Excerpt['paths']): Excerpt {
  const { securitySchemes = {} } = document.components;
  const components: Record<string, Record<string, unknown>> = { securitySchemes };
  collect(paths, document.components, components);
  return { ...document, webhooks: {}, paths, components } as Excerpt;
}
