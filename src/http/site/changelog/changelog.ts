import { operationsOf } from '../../../documents/reader/operations.ts';
import type { ChangelogNote, ChangelogRelease, HttpOptions } from '../../options.ts';

/** An operation or a webhook that a note is about. */
export interface Affected {
  readonly name: string;
  /** Null for an operation that the served document does not have, and for a webhook. */
  readonly operation: { readonly method: string; readonly path: string; readonly reference: string } | null;
}

export interface Note extends Omit<ChangelogNote, 'operations'> {
  /** Empty if all are affected. */
  readonly affected: readonly Affected[];
}

export const noteGroups = ['added', 'changed', 'deprecated', 'removed'] as const;

export interface Release
  extends
    Pick<ChangelogRelease, 'document' | 'version' | 'released_on'>,
    Readonly<Record<(typeof noteGroups)[number], readonly Note[]>> {}

/** Adds to each note where the reference shows the operations that it names. */
export function releasesOf({
  changelog,
  documents,
  settings: { publicUrl },
}: Pick<HttpOptions, 'changelog' | 'documents' | 'settings'>): readonly Release[] {
  const known = new Map(
    Object.entries(documents).flatMap(([document, content]) =>
      operationsOf(content).map(({ operation, method, path }) => {
        const id = String(operation['operationId']);
        const reference = `${publicUrl}/api/redoc?version=${document}#operation/${id}`;
        return [`${document} ${id}`, { method: method.toUpperCase(), path, reference }] as const;
      }),
    ),
  );
  return changelog.map(({ added, changed, deprecated, removed, ...release }) => {
    const notesOf = (notes: readonly ChangelogNote[]): readonly Note[] =>
      notes.map(({ operations, ...note }) => ({
        ...note,
        affected: operations.map((name) => ({ name, operation: known.get(`${release.document} ${name}`) ?? null })),
      }));
    return {
      ...release,
      added: notesOf(added),
      changed: notesOf(changed),
      deprecated: notesOf(deprecated),
      removed: notesOf(removed),
    };
  });
}
