import type { ErrorsHandlers } from '../../../generated/v1/handlers.ts';
import { paths } from '../../../generated/v1/paths.ts';
import type { ErrorItemV1, ErrorStateV1 } from '../../../generated/v1/types.ts';
import type { ErrorStatus } from '../../../generated/v2/types.ts';
import { ok, paginationOf } from '../../contract/controller/responses.ts';
import { updateError } from './changes/error-changes.service.ts';
import * as errors from './errors.service.ts';
import type { CountedError } from './errors.types.ts';
import type { CountReports } from './taking/report-counter.service.ts';

/** v1 does not tell whether an open error was resolved before. */
const presented: Readonly<Record<ErrorStatus, ErrorStateV1>> = {
  open: 'open',
  regressed: 'open',
  resolved: 'resolved',
  ignored: 'ignored',
};

export function createErrorsV1Controller(countReports: CountReports): ErrorsHandlers {
  return {
    async listErrors({ query }, unit) {
      const { project_id, status, limit, offset } = query;
      const filters = {
        ...(project_id && { project_id: [project_id] }),
        ...(status && { status: statusesOf(status) }),
      };
      const { rows, total } = await errors.listErrorsByOffset(unit, filters, { limit, offset });
      return ok({ data: rows.map(present), pagination: paginationOf({ limit, offset }, total) });
    },
    async createError({ body }, unit) {
      const { project_id, ...report } = body;
      const { results } = await errors.reportErrors(unit, { project_id, reports: [report] });
      unit.afterCommit?.(() => countReports('v1', { all: 1, repeated: 0 }));
      const error = await errors.requireCountedError(unit, results[0]?.error_id ?? '');
      return { status: 201, body: present(error), headers: { location: paths.getError({ error_id: error.id }) } };
    },
    async getError({ path }, unit) {
      return ok(present(await errors.requireCountedError(unit, path.error_id)));
    },
    async resolveError({ path }, unit) {
      await updateError(unit, path.error_id, { status: 'resolved' }, undefined);
      return ok(present(await errors.requireCountedError(unit, path.error_id)));
    },
  };
}

function statusesOf(state: ErrorStateV1): ErrorStatus[] {
  return (Object.keys(presented) as ErrorStatus[]).filter((candidate) => presented[candidate] === state);
}

function present(error: CountedError): ErrorItemV1 {
  return {
    id: error.id,
    project_id: error.project_id,
    type: error.type ?? '',
    message: error.message ?? '',
    level: error.level,
    status: presented[error.status],
    release: error.last_release ?? '',
    count: error.occurrence_count,
    first_seen_at: error.first_seen_at,
    last_seen_at: error.last_seen_at,
    created_at: error.created_at,
    updated_at: error.updated_at,
  };
}
