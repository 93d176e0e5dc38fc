import type { Import } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import { importColumns, noCounts } from './imports.types.ts';

const findStatement: Statement = {
  name: 'imports.find',
  text: `SELECT id, organization_id, project_id, source, status, records_done, records_total, counts, refused, failure,
                created_by_id, started_at, finished_at, version, created_at, updated_at
           FROM imports WHERE organization_id = $1 AND id = $2`,
};

const lockStatement: Statement = {
  name: 'imports.lock',
  text: `SELECT id, organization_id, project_id, source, status, records_done, records_total, counts, refused, failure,
                created_by_id, started_at, finished_at, version, created_at, updated_at
           FROM imports WHERE organization_id = $1 AND id = $2 FOR UPDATE`,
};

const uploadStatement: Statement = {
  name: 'imports.upload',
  text: `SELECT u.content, i.source FROM import_uploads u JOIN imports i ON i.id = u.import_id
          WHERE u.import_id = $1`,
};

// Imports into one project take turns, step by step.
const lockProjectImportsStatement: Statement = {
  name: 'imports.turn',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('imports ' || $1::text, 0))`,
};

// A job has its import's id as key. Jobs of earlier releases have none; while one of them exists, no import is
// considered stranded.
const strandedStatement: Statement = {
  name: 'imports.find_stranded',
  text: `SELECT i.id, i.organization_id FROM imports i
          WHERE i.finished_at IS NULL AND i.created_at < $1
            AND NOT EXISTS (
                  SELECT FROM graphile_worker.jobs j
                   WHERE j.task_identifier = 'imports.run' AND (j.key IS NULL OR j.key = 'import ' || i.id::text)
                     AND (j.locked_at IS NOT NULL OR j.attempts < j.max_attempts))
            AND NOT EXISTS (
                  SELECT FROM outbox o
                   WHERE o.kind = 'job' AND o.name = 'imports.run' AND o.payload ->> 'import_id' = i.id::text)
          ORDER BY i.id
          LIMIT 100`,
};

/** Finds imports that began before a time, have not ended, and have no job that could end them. */
export async function findStranded(db: Db, before: Date): Promise<Pick<Import, 'id' | 'organization_id'>[]> {
  return db.query(strandedStatement, [before]);
}

/** Release 2.0.0, which may serve beside this version, counts fewer kinds of records and knows no lines. */
interface StoredImport extends Omit<Import, 'counts' | 'refused'> {
  readonly counts: Partial<Import['counts']>;
  readonly refused: readonly (Omit<Import['refused'][number], 'line'> & { readonly line?: number | null })[];
}

function toImport(row: StoredImport): Import {
  const refused = row.refused.map((refusal) => ({ ...refusal, line: refusal.line ?? null }));
  return { ...row, counts: { ...noCounts, ...row.counts }, refused };
}

export async function findImport(db: Db, organizationId: string, importId: string): Promise<Import | undefined> {
  const [row] = await db.query<StoredImport>(findStatement, [organizationId, importId]);
  return row === undefined ? undefined : toImport(row);
}

/** As findImport, and locks the row until the end of the transaction. */
export async function lockImport(db: Db, organizationId: string, importId: string): Promise<Import | undefined> {
  const [row] = await db.query<StoredImport>(lockStatement, [organizationId, importId]);
  return row === undefined ? undefined : toImport(row);
}

/** The uploaded bytes; undefined once the import has ended. */
export async function readUpload(
  db: Db,
  importId: string,
): Promise<{ readonly content: Buffer; readonly source: Import['source'] } | undefined> {
  const [row] = await db.query<{ content: Buffer; source: Import['source'] }>(uploadStatement, [importId]);
  return row;
}

export async function lockProjectImports(db: Db, projectId: string): Promise<void> {
  await db.query(lockProjectImportsStatement, [projectId]);
}

const createdAt: SortKey<Import> = { column: 'created_at', type: 'timestamptz', valueOf: (row) => row.created_at };

export async function listImportRows(
  db: Db,
  project: { organization_id: string; id: string },
  page: PageRequest,
): Promise<Slice<Import>> {
  const { organization_id, id } = project;
  const query = db.knex('imports').where({ organization_id, project_id: id }).select(importColumns);
  const slice = await fetchSlice<Import>(query, page, createdAt);
  return { ...slice, rows: slice.rows.map(toImport) };
}

export async function insertImport(db: Db, row: Import, content: Buffer): Promise<void> {
  await db.knex('imports').insert({ ...row, counts: JSON.stringify(row.counts), refused: JSON.stringify(row.refused) });
  await db.knex('import_uploads').insert({ import_id: row.id, content });
}

export async function updateImport(db: Db, row: Import): Promise<void> {
  const {
    organization_id,
    id,
    status,
    records_done,
    records_total,
    failure,
    started_at,
    finished_at,
    version,
    updated_at,
  } = row;
  const counts = JSON.stringify(row.counts);
  const refused = JSON.stringify(row.refused);
  await db.knex('imports').where({ organization_id, id }).update({
    status,
    records_done,
    records_total,
    counts,
    refused,
    failure,
    started_at,
    finished_at,
    version,
    updated_at,
  });
}

export async function deleteUpload(db: Db, importId: string): Promise<void> {
  await db.knex('import_uploads').where({ import_id: importId }).delete();
}
