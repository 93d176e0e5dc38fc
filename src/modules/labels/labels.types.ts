import type { Label } from '../../../generated/v2/types.ts';
import type { ProjectFacts } from '../projects/index.ts';

/** A label with the facts of its project that the policy needs. */
export type LabelRow = Label & ProjectFacts;

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

/** A label under a share lock, which cannot be deleted before the transaction ends. */
export type LabelFacts = Pick<Label, 'id' | 'project_id'>;
