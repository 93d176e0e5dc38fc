import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createLabelsController } from './labels.controller.ts';
import { createLabelDeletion, type LabelCollaborators } from './labels.service.ts';

export function createLabelsModule({ pager }: AppContext, upward: LabelCollaborators) {
  return { v2: createLabelsController({ pager, deleteLabel: createLabelDeletion(upward) }) } satisfies Module;
}
