import type { MilestonesHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { created, noContent, okVersioned } from '../../contract/controller/responses.ts';
import * as milestones from './milestones.service.ts';

interface MilestonesDependencies {
  readonly pager: Pager;
  readonly deleteMilestone: milestones.DeleteMilestone;
}

export function createMilestonesController({ pager, deleteMilestone }: MilestonesDependencies): MilestonesHandlers {
  return {
    async listMilestones({ path, query }, unit) {
      const list = paths.listMilestones(path);
      const request = pager.read(list, query);
      const { slice, progress } = await milestones.listMilestones(unit, path.project_id, query, request);
      const { body, ...response } = pager.respond(list, query, slice);
      return { ...response, body: { ...body, progress } };
    },
    async createMilestone({ path, body }, unit) {
      const milestone = await milestones.createMilestone(unit, path.project_id, body);
      return created(milestone, paths.getMilestone({ milestone_id: milestone.id }));
    },
    async getMilestone({ path }, unit) {
      return okVersioned(await milestones.getMilestone(unit, path.milestone_id));
    },
    async updateMilestone({ path, precondition, body }, unit) {
      return okVersioned(await milestones.updateMilestone(unit, path.milestone_id, body, precondition));
    },
    async deleteMilestone({ path, precondition }, unit) {
      await deleteMilestone(unit, path.milestone_id, precondition);
      return noContent();
    },
  };
}
