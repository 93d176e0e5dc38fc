import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createLabelsController } from './labels.controller.ts';
import { createLabelDeletion, type LabelCollaborators } from './labels.service.ts';
import { keptLabels } from './labels.keeping.ts';

export function createLabelsModule({ pager }: AppContext, upward: LabelCollaborators) {
  const deleteLabel = createLabelDeletion(upward);
  return { v2: createLabelsController({ pager, deleteLabel }), kept: { v2: keptLabels } } satisfies Module;
}
