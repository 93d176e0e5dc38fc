// What other modules may use of labels.
export { importLabel, type LabelToImport } from './label-import.service.ts';
export { createLabel, createLabelDeletion, holdLabels } from './labels.service.ts';
export type { HeldLabel } from './labels.types.ts';
