import { problems } from '../../../generated/problems.ts';
import type {
  ErrorGroup,
  ErrorGroupCounts,
  ErrorOccurrence,
  ErrorReportBatch,
  ErrorReportReceipt,
} from '../../../generated/v2/types.ts';
import { AppError } from '../../problems/app-error.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import type { Unit } from '../../platform/unit.ts';
import {
  accessTo,
  assertProjectRole,
  assertWritable,
  isLeadEverywhere,
  requireProject,
  visibleProjects,
  type Accessed,
} from '../projects/index.ts';
import * as repository from './errors.repository.ts';
import type { CountedError, ErrorFilters, OccurrenceFilters } from './errors.types.ts';
import { errorOf, takeErrorReports } from './taking/error-reports.service.ts';

/** @throws AppError `not_found` if the error does not exist or is invisible */
export async function requireError(unit: Unit, errorId: string): Promise<Accessed<ErrorGroup>> {
  return accessTo(unit.actor, await repository.findError(unit.db, unit.actor, errorId));
}

/** Lists errors with the counts of each, in the same order. */
export async function listErrors(
  unit: Unit,
  filters: ErrorFilters,
  page: PageRequest,
): Promise<{ readonly slice: Slice<ErrorGroup>; readonly counts: ErrorGroupCounts[] }> {
  const { rows, ...slice } = await repository.listErrorRows(unit.db, scopeOf(unit), filters, page);
  return { slice: { ...slice, rows: rows.map(errorOf) }, counts: rows.map(countsOf) };
}

export function countsOf(row: CountedError): ErrorGroupCounts {
  const { id: error_id, occurrence_count, user_count, first_seen_at, last_seen_at, last_release } = row;
  return { error_id, occurrence_count, user_count, first_seen_at, last_seen_at, last_release };
}

/** By offset, with the counts, as v1 lists them. */
export async function listErrorsByOffset(
  unit: Unit,
  filters: ErrorFilters,
  range: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: CountedError[]; readonly total: number }> {
  return repository.listErrorRowsByOffset(unit.db, scopeOf(unit), filters, range);
}

/** As requireError, with the counts. */
export async function requireCountedError(unit: Unit, errorId: string): Promise<CountedError> {
  const { resource: error } = await requireError(unit, errorId);
  return { ...error, ...(await repository.findCounts(unit.db, error)) };
}

export async function listOccurrences(
  unit: Unit,
  errorId: string,
  filters: OccurrenceFilters,
  page: PageRequest,
): Promise<Slice<ErrorOccurrence>> {
  const { resource: error } = await requireError(unit, errorId);
  return repository.listOccurrenceRows(unit.db, error, filters, page);
}

/** Returns the scope of errors in projects that the caller sees. */
export function scopeOf(unit: Unit): repository.ErrorScope {
  if (isLeadEverywhere(unit.actor)) return { actor: unit.actor };
  return { actor: unit.actor, projects: visibleProjects(unit.db, unit.actor).select('projects.id') };
}

/**
 * Takes reports of a project that the body names: an invalid reference in a body is 409, not 404.
 * @throws AppError `project_unknown` (409), `forbidden` (403), `project_archived` (409)
 */
export async function reportErrors(unit: Unit, batch: ErrorReportBatch): Promise<ErrorReportReceipt> {
  const { organization_id } = unit.actor;
  const { project, role } = await namedProject(unit, batch.project_id);
  assertProjectRole(role, 'contributor');
  assertWritable(project);
  const taken = await takeErrorReports(unit, { organization_id, project_id: project.id, reports: batch.reports });
  return {
    results: taken.map(({ id, error_id, is_new, is_regression, is_repeated }, index) => {
      const outcome = is_repeated ? 'duplicate' : is_new ? 'created' : 'counted';
      return { index, id, error_id, outcome, is_regression };
    }),
  };
}

async function namedProject(unit: Unit, projectId: string) {
  try {
    return await requireProject(unit, projectId);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    throw problems.project_unknown({ project_id: projectId }, { cause: error });
  }
}
