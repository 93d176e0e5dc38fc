import type { Label } from '../../../generated/v2/types.ts';
import { record } from '../../outbox/record.ts';
import { newId } from '../../platform/ids.ts';
import type { Unit } from '../../platform/unit.ts';
import { insertImportedLabel } from './label-import.repository.ts';

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
    name: input.name,
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
