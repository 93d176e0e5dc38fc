import { globSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>;
}

/** Source files, as opposed to the documentation that some generators write beside them. */
const sources = '**/*.{ts,py,go,rs,java}';

/** Generators spell `getTask` as `GetTask`, `get_task` or `get_task.py`. */
const toPlain = (name: string): string => name.replaceAll(/[^a-z0-9]/gi, '').toLowerCase();

/**
 * Returns the operations of a document that no identifier and no file of the generated code is named after: some
 * generators leave out what they cannot read, and succeed.
 */
export function findLostOperations(folder: string, document: string): string[] {
  const { paths } = JSON.parse(document) as OpenApiDocument;
  const ids = Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ operationId }) => operationId ?? []),
  );
  const names = new Set<string>();
  for (const file of globSync(sources, { cwd: folder, exclude: ['flow.*', '**/node_modules/**', '**/target/**'] })) {
    names.add(toPlain(basename(file, extname(file))));
    for (const [name] of readFileSync(join(folder, file), 'utf8').matchAll(/\w+/g)) names.add(toPlain(name));
  }
  return ids.filter((id) => !names.has(toPlain(id)));
}
