import type { ErrorsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { ErrorReportReceipt } from '../../../generated/v2/types.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { created, noContent, ok, okVersioned } from '../../contract/controller/responses.ts';
import { bulkErrors } from './changes/error-bulk.service.ts';
import { deleteError, updateError } from './changes/error-changes.service.ts';
import type { CreateTaskFromError } from './changes/error-task.service.ts';
import * as errors from './errors.service.ts';
import { listReleases } from './releases/releases.service.ts';
import type { CountReports } from './taking/report-counter.service.ts';
import { getErrorStats } from './trends/error-stats.service.ts';
import { listTrendingErrors } from './trends/error-trends.service.ts';

interface ErrorsDependencies {
  readonly pager: Pager;
  readonly createTaskFromError: CreateTaskFromError;
  readonly count: CountReports;
}

export function createErrorsController({ pager, createTaskFromError, count }: ErrorsDependencies): ErrorsHandlers {
  return {
    async listErrors({ query }, unit) {
      const list = paths.listErrors();
      const { slice, counts } = await errors.listErrors(unit, query, pager.read(list, query));
      const { body, ...response } = pager.respond(list, query, slice);
      return { ...response, body: { ...body, counts } };
    },
    async reportErrors({ body }, unit) {
      const receipt = await errors.reportErrors(unit, body);
      unit.afterCommit?.(() => count('api', countsOf(receipt)));
      return { status: 207, body: receipt };
    },
    async getError({ path }, unit) {
      const { resource: error } = await errors.requireError(unit, path.error_id);
      return okVersioned(error);
    },
    async updateError({ path, precondition, body }, unit) {
      return okVersioned(await updateError(unit, path.error_id, body, precondition));
    },
    async deleteError({ path, precondition }, unit) {
      await deleteError(unit, path.error_id, precondition);
      return noContent();
    },
    async bulkErrors({ body }, unit) {
      return { status: 207, body: await bulkErrors(unit, body) };
    },
    async listErrorOccurrences({ path, query }, unit) {
      const list = paths.listErrorOccurrences(path);
      const slice = await errors.listOccurrences(unit, path.error_id, query, pager.read(list, query));
      return pager.respond(list, query, slice);
    },
    async createTaskFromError({ path, body }, unit) {
      const task = await createTaskFromError(unit, path.error_id, body);
      return created(task, paths.getTask({ task_id: task.id }));
    },
    async getErrorStats({ query }, unit) {
      return ok(await getErrorStats(unit, query));
    },
    async listReleases({ path, query }, unit) {
      const list = paths.listReleases(path);
      return pager.respond(list, query, await listReleases(unit, path.project_id, query, pager.read(list, query)));
    },
    async listTrendingErrors({ query }, unit) {
      return ok(await listTrendingErrors(unit, query));
    },
  };
}

function countsOf({ results }: ErrorReportReceipt) {
  return { all: results.length, repeated: results.filter(({ outcome }) => outcome === 'duplicate').length };
}
