import { problems } from '../../../generated/problems.ts';
import type { GithubArchive, Import } from '../../../generated/v2/types.ts';
import { record } from '../../outbox/record.ts';
import { enqueue } from '../../queue/enqueue.ts';
import { HEADER_BYTES_MAX, readCsvHeader } from '../../platform/csv-table.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { resourceIdOf, type Unit } from '../../platform/unit.ts';
import { assertProjectRole, assertWritable, requireProject } from '../projects/index.ts';
import { writeArchive } from './formats/archive-text.service.ts';
import { columnsOf } from './formats/csv-columns.policy.ts';
import { importKey } from './imports.policy.ts';
import * as repository from './imports.repository.ts';
import { noCounts } from './imports.types.ts';

interface ImportRequest {
  readonly source: Import['source'];
  /** The media type of the upload. */
  readonly mediaType: string;
  /** An archive, or the text of records. */
  readonly upload: GithubArchive | string;
}

const mediaTypes: Readonly<Record<Import['source'], string>> = {
  github_archive: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
};

/** Stores the upload and enqueues the job in the same transaction. */
export async function createImport(unit: Unit, projectId: string, request: ImportRequest): Promise<Import> {
  const { source, mediaType, upload } = request;
  const { project, role } = await requireProject(unit, projectId);
  assertProjectRole(role, 'contributor');
  assertWritable(project);
  const media_type = mediaTypes[source];
  if (mediaType !== media_type) throw problems.import_source_mismatch({ source, media_type });
  if (source === 'csv' && typeof upload === 'string') assertColumns(upload);
  const now = unit.now.toISOString();
  const row: Import = {
    id: resourceIdOf(unit),
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
  const content = typeof upload === 'string' ? Buffer.from(upload) : await writeArchive(upload);
  await repository.insertImport(unit.db, row, content);
  await record(unit, {
    audit: 'import.create',
    resource: { type: 'import', id: row.id },
    project_id: project.id,
    after: row,
  });
  await enqueue(
    unit,
    'imports.run',
    { import_id: row.id, actor: unit.actor },
    { max_attempts: 10, key: importKey(row.id) },
  );
  return row;
}

/** @throws AppError `import_columns_refused`, or `import_title_missing` where no task of the file could have a title (409) */
function assertColumns(text: string): void {
  const header = readCsvHeader(text);
  if (header === undefined)
    throw problems.import_columns_refused({ reason: `it does not end within ${HEADER_BYTES_MAX} bytes` });
  const columns = columnsOf('cells' in header ? header.cells : []);
  if ('fault' in columns) throw problems.import_columns_refused({ reason: columns.fault });
  const { names } = columns;
  if (!names.includes('title')) throw problems.import_title_missing({ columns: names.join(', ') });
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

/** Ends an import at its current position. A running step finishes first and is the last one. */
export async function cancelImport(unit: Unit, importId: string): Promise<Import> {
  const { organization_id } = unit.actor;
  const seen = await getImport(unit, importId);
  const { project, role } = await requireProject(unit, seen.project_id);
  assertProjectRole(role, 'contributor');
  assertWritable(project);
  const before = await repository.lockImport(unit.db, organization_id, importId);
  if (before === undefined) throw problems.not_found();
  if (before.finished_at !== null) throw problems.import_finished({ status: before.status });
  const now = unit.now.toISOString();
  const after: Import = {
    ...before,
    status: 'cancelled',
    finished_at: now,
    version: before.version + 1,
    updated_at: now,
  };
  await repository.updateImport(unit.db, after);
  await repository.deleteUpload(unit.db, after.id);
  await record(unit, {
    audit: 'import.cancel',
    resource: { type: 'import', id: after.id },
    project_id: after.project_id,
    before,
    after,
  });
  return after;
}
