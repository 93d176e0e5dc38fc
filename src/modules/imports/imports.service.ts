import { problems } from '../../../generated/problems.ts';
import type { GithubArchive, Import, ImportCounts } from '../../../generated/v2/types.ts';
import { record } from '../../events/record.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { Unit } from '../../platform/unit.ts';
import { assertProjectRole, assertWritable, requireProject } from '../projects/index.ts';
import * as repository from './imports.repository.ts';

const nothing = { created: 0, unchanged: 0, refused: 0 };
const noCounts: ImportCounts = {
  labels: nothing,
  issues: nothing,
  pull_requests: nothing,
  comments: nothing,
  reviews: nothing,
  review_comments: nothing,
};

export interface ImportRequest {
  readonly source: Import['source'];
  readonly archive: GithubArchive;
}

/** Stores the upload and leaves the job behind in the same transaction. */
export async function createImport(unit: Unit, projectId: string, { source, archive }: ImportRequest): Promise<Import> {
  const { project, role } = await requireProject(unit, projectId);
  assertProjectRole(role, 'contributor');
  assertWritable(project);
  const now = unit.now.toISOString();
  const row: Import = {
    id: newId(),
    organization_id: project.organization_id,
    project_id: project.id,
    source,
    status: 'queued',
    records_done: 0,
    records_total: null,
    counts: noCounts,
    refused: [],
    failure: null,
    created_by_id: unit.actor.user_id,
    started_at: null,
    finished_at: null,
    version: 1,
    created_at: now,
    updated_at: now,
  };
  await repository.insertImport(unit.db, row, Buffer.from(JSON.stringify(archive)));
  await record(unit, {
    audit: 'import.create',
    resource: { type: 'import', id: row.id },
    project_id: project.id,
    after: row,
  });
  await enqueue(unit, 'imports.run', { import_id: row.id, actor: unit.actor }, { max_attempts: 10 });
  return row;
}

export async function listImports(unit: Unit, projectId: string, page: PageRequest): Promise<Slice<Import>> {
  const { project } = await requireProject(unit, projectId);
  return repository.listImportRows(unit.db, project, page);
}

export async function getImport(unit: Unit, importId: string): Promise<Import> {
  const row = await repository.findImport(unit.db, unit.actor.organization_id, importId);
  if (row === undefined) throw problems.not_found();
  await requireProject(unit, row.project_id);
  return row;
}
