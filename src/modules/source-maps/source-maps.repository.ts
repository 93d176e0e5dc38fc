import type { SourceMap } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import { sourceMapColumns, type Build, type FoundMap, type SourceMapRow } from './source-maps.types.ts';

const findStatement: Statement = {
  name: 'source_maps.find',
  text: `SELECT s.id, s.organization_id, s.project_id, s.release, s.file, s.source_count, s.map_bytes, s.version,
                s.created_at, s.updated_at, p.archived_at AS project_archived_at, p.visibility AS project_visibility,
                m.role AS member_role
           FROM source_maps s
           JOIN projects p ON p.organization_id = s.organization_id AND p.id = s.project_id
           LEFT JOIN project_members m ON m.project_id = s.project_id AND m.user_id = $3
          WHERE s.organization_id = $1 AND s.id = $2`,
};

const lockStatement: Statement = {
  name: 'source_maps.lock',
  text: `SELECT s.id, s.organization_id, s.project_id, s.release, s.file, s.source_count, s.map_bytes, s.version,
                s.created_at, s.updated_at, p.archived_at AS project_archived_at, p.visibility AS project_visibility,
                m.role AS member_role
           FROM source_maps s
           JOIN projects p ON p.organization_id = s.organization_id AND p.id = s.project_id
           LEFT JOIN project_members m ON m.project_id = s.project_id AND m.user_id = $3
          WHERE s.organization_id = $1 AND s.id = $2
            FOR NO KEY UPDATE OF s`,
};

const insertStatement: Statement = {
  name: 'source_maps.insert',
  text: `INSERT INTO source_maps (id, organization_id, project_id, release, file, source_count, map_bytes, version,
                                  created_at, updated_at, used_at, map)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)
         ON CONFLICT (organization_id, project_id, release, file) DO NOTHING
         RETURNING id`,
};

const findByFilesStatement: Statement = {
  name: 'source_maps.find_by_files',
  text: `SELECT id, file, used_at FROM source_maps
          WHERE organization_id = $1 AND project_id = $2 AND release = $3 AND file = ANY ($4::text[])`,
};

const readStatement: Statement = {
  name: 'source_maps.read',
  text: `SELECT map FROM source_maps WHERE organization_id = $1 AND id = $2`,
};

// Reports that arrive at the same time do not wait for each other: one of them notes it.
const noteUseStatement: Statement = {
  name: 'source_maps.note_use',
  text: `UPDATE source_maps SET used_at = $3
          WHERE organization_id = $1
            AND id IN (SELECT id FROM source_maps WHERE organization_id = $1 AND id = ANY ($2::uuid[])
                         ORDER BY id FOR NO KEY UPDATE SKIP LOCKED)`,
};

const deleteUnusedStatement: Statement = {
  name: 'source_maps.delete_unused',
  text: `DELETE FROM source_maps WHERE id IN (SELECT id FROM source_maps WHERE used_at < $1 ORDER BY used_at LIMIT 1000) RETURNING id`,
};

export async function findSourceMap(db: Db, actor: Actor, id: string): Promise<SourceMapRow | undefined> {
  const [row] = await db.query<SourceMapRow>(findStatement, [actor.organization_id, id, actor.user_id]);
  return row;
}

/** As findSourceMap, and locks the row until the end of the transaction. */
export async function lockSourceMap(db: Db, actor: Actor, id: string): Promise<SourceMapRow | undefined> {
  const [row] = await db.query<SourceMapRow>(lockStatement, [actor.organization_id, id, actor.user_id]);
  return row;
}

const createdAt: SortKey<SourceMap> = { column: 'created_at', type: 'timestamptz', valueOf: (row) => row.created_at };

export async function listSourceMapRows(
  db: Db,
  scope: Pick<SourceMap, 'organization_id' | 'project_id'> & { readonly release?: string },
  page: PageRequest,
): Promise<Slice<SourceMap>> {
  const query = db.knex('source_maps').select(sourceMapColumns).where(scope);
  return fetchSlice<SourceMap>(query, page, createdAt);
}

/** Returns false if the release has a map for the file. */
export async function insertSourceMap(db: Db, sourceMap: SourceMap, map: Buffer): Promise<boolean> {
  const { id, organization_id, project_id, release, file, source_count, map_bytes, version } = sourceMap;
  const described = [id, organization_id, project_id, release, file, source_count, map_bytes, version];
  const values = [...described, sourceMap.created_at, sourceMap.updated_at, map];
  return (await db.query(insertStatement, values)).length === 1;
}

export async function deleteSourceMapRow(db: Db, { organization_id, id }: SourceMap): Promise<void> {
  await db.knex('source_maps').where({ organization_id, id }).delete();
}

export async function findMapsOfFiles(db: Db, build: Build, files: readonly string[]): Promise<FoundMap[]> {
  return db.query<FoundMap>(findByFilesStatement, [build.organization_id, build.project_id, build.release, files]);
}

/** The compressed map; undefined if it was deleted meanwhile. */
export async function readMap(db: Db, organizationId: string, id: string): Promise<Buffer | undefined> {
  const [row] = await db.query<{ map: Buffer }>(readStatement, [organizationId, id]);
  return row?.map;
}

export async function noteUse(db: Db, { organization_id, now }: Build, ids: readonly string[]): Promise<void> {
  await db.query(noteUseStatement, [organization_id, ids, now]);
}

/** Deletes up to 1,000 maps that were last used before a time; returns how many. */
export async function deleteUnusedMaps(db: Db, before: Date): Promise<number> {
  return (await db.query(deleteUnusedStatement, [before])).length;
}
