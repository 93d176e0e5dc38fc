// What other modules may use of labels.
export { importLabel, labelsNamed, PLAIN_COLOR, type LabelToImport } from './label-import.service.ts';
export type { WantedLabel } from './label-import.repository.ts';
export { createLabel, lockLabelsForShare } from './labels.service.ts';
export type { LabelFacts } from './labels.types.ts';
