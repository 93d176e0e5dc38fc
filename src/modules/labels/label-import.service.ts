import type { Label } from '../../../generated/v2/types.ts';
import { record } from '../../outbox/record.ts';
import { newId } from '../../platform/ids.ts';
import { trimName } from '../../platform/names.ts';
import type { Unit } from '../../platform/unit.ts';
import { findWantedLabels, insertImportedLabel, type WantedLabel } from './label-import.repository.ts';

/** The colour of a label of which only the name is known. */
export const PLAIN_COLOR = '#8b949e';

export interface LabelToImport {
  /** Null where it is known by its name alone. */
  readonly external_id: string | null;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
  /** Null: now. */
  readonly created_at: string | null;
  readonly updated_at: string | null;
}

/**
 * Brings a label from elsewhere. One that an earlier import brought, or that has the same name, stays as it is.
 * @returns whether it is new
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
 * The labels that a record names, each of them once; made where the project has none of the external id or the name.
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
