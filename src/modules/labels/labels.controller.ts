import type { LabelsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { created, noContent, okVersioned } from '../../contract/controller/responses.ts';
import * as labels from './labels.service.ts';

interface LabelsDependencies {
  readonly pager: Pager;
  readonly deleteLabel: labels.DeleteLabel;
}

export function createLabelsController({ pager, deleteLabel }: LabelsDependencies): LabelsHandlers {
  return {
    async listLabels({ path, query }, unit) {
      const list = paths.listLabels(path);
      const slice = await labels.listLabels(unit, path.project_id, pager.read(list, query));
      return pager.respond(list, query, slice);
    },
    async createLabel({ path, body }, unit) {
      const label = await labels.createLabel(unit, path.project_id, body);
      return created(label, paths.getLabel({ label_id: label.id }));
    },
    async getLabel({ path }, unit) {
      return okVersioned(await labels.getLabel(unit, path.label_id));
    },
    async updateLabel({ path, precondition, body }, unit) {
      return okVersioned(await labels.updateLabel(unit, path.label_id, body, precondition));
    },
    async deleteLabel({ path, precondition }, unit) {
      await deleteLabel(unit, path.label_id, precondition);
      return noContent();
    },
  };
}
