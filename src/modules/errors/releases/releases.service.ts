import type { Release } from '../../../../generated/v2/types.ts';
import type { PageRequest, Slice } from '../../../platform/cursor.ts';
import type { Unit } from '../../../platform/unit.ts';
import { requireProject } from '../../projects/index.ts';
import {
  listReleaseRows,
  readReleaseFigures,
  type ReleaseFigures,
  type ReleaseFilters,
  type ReleaseRow,
} from './releases.repository.ts';

/** Lists releases with the health of each, in one environment if the filters name one. */
export async function listReleases(
  unit: Unit,
  projectId: string,
  filters: ReleaseFilters,
  page: PageRequest,
): Promise<Slice<Release>> {
  const { project } = await requireProject(unit, projectId);
  const place = { organization_id: project.organization_id, project_id: project.id };
  const { rows, ...slice } = await listReleaseRows(unit.db, place, filters, page);
  const names = rows.map(({ release }) => release);
  const figures = new Map(
    (await readReleaseFigures(unit.db, place, names, filters.environment)).map((one) => [one.release, one]),
  );
  return { ...slice, rows: rows.map((row) => toRelease(row, figures.get(row.release))) };
}

function toRelease(row: ReleaseRow, figures: ReleaseFigures | undefined): Release {
  const { errored = 0, abnormal = 0, crashed = 0, session_count = 0 } = figures ?? {};
  const lastSeen = figures?.last_seen_at ?? row.first_seen_at;
  return {
    ...row,
    last_seen_at: lastSeen > row.first_seen_at ? lastSeen : row.first_seen_at,
    session_count,
    exited_count: session_count - errored - abnormal - crashed,
    errored_count: errored,
    abnormal_count: abnormal,
    crashed_count: crashed,
    crash_free_session_rate: session_count === 0 ? null : (session_count - crashed) / session_count,
    new_error_count: figures?.new_error_count ?? 0,
    occurrence_count: figures?.occurrence_count ?? 0,
  };
}
