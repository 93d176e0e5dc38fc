// What other modules may use of labels.
export { createLabelDeletion, holdLabels } from './labels.service.ts';
export type { HeldLabel } from './labels.types.ts';
