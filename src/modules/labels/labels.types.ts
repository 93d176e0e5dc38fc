import type { Label } from '../../../generated/v2/types.ts';

/** A label with the facts of its project that the policy decides by. */
export interface LabelRow extends Label {
  readonly project_archived_at: string | null;
  readonly project_visibility: string;
  readonly member_role: 'lead' | 'contributor' | 'viewer' | null;
}

export const labelColumns = [
  'id',
  'organization_id',
  'project_id',
  'name',
  'color',
  'description',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Label)[];

/** A label that cannot be deleted before the transaction ends. */
export type HeldLabel = Pick<Label, 'id' | 'project_id'>;
