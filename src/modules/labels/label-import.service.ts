import type { Label } from '../../../generated/v2/types.ts';
import { record } from '../../outbox/record.ts';
import { newId } from '../../platform/ids.ts';
import { trimName } from '../../platform/names.ts';
import type { Unit } from '../../platform/unit.ts';
import { findWantedLabels, insertImportedLabel, type WantedLabel } from './label-import.repository.ts';

/** The colour of a label of which only the name is known. */
export const PLAIN_COLOR = '#8b949e';

export interface LabelToImport {
  /** Null if the label is identified by its name only. */
  readonly external_id: string | null;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
  /** Null means now. */
  readonly created_at: string | null;
  readonly updated_at: string | null;
}

/**
 * Imports a label. A label that an earlier import created, or that has the same name, is not changed.
 * @returns whether the label is new
 */
export async function importLabel(unit: Unit, projectId: string, input: LabelToImport): Promise<boolean> {
  const now = unit.now.toISOString();
  const label: Label = {
    id: newId(),
    organization_id: unit.actor.organization_id,
    project_id: projectId,
    name: trimName(input.name),
    color: input.color,
    description: input.description,
    version: 1,
    created_at: input.created_at ?? now,
    updated_at: input.updated_at ?? now,
  };
  if (!(await insertImportedLabel(unit.db, label, input.external_id))) return false;
  await record(unit, {
    audit: 'label.create',
    event: 'label.created',
    resource: { type: 'label', id: label.id },
    project_id: projectId,
    after: label,
    data: label,
  });
  return true;
}

/**
 * Finds the distinct labels that a record names, and creates those that the project lacks.
 * @returns their ids, and how many are new
 */
export async function labelsNamed(
  unit: Unit,
  projectId: string,
  wanted: readonly WantedLabel[],
): Promise<{ readonly ids: string[]; readonly created: number }> {
  if (wanted.length === 0) return { ids: [], created: 0 };
  const known = await findWantedLabels(unit.db, projectId, wanted);
  const plain = { color: PLAIN_COLOR, description: null, created_at: null, updated_at: null };
  let created = 0;
  for (const label of wanted.filter((_label, place) => known[place] === null)) {
    if (await importLabel(unit, projectId, { ...label, ...plain })) created += 1;
  }
  const found = created === 0 ? known : await findWantedLabels(unit.db, projectId, wanted);
  return { ids: [...new Set(found.filter((id) => id !== null))], created };
}
