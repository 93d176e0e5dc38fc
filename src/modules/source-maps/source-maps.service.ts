import { problems } from '../../../generated/problems.ts';
import type { SourceMap, SourceMapUpload } from '../../../generated/v2/types.ts';
import { record } from '../../outbox/record.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { constraintOf } from '../../platform/database-errors.ts';
import { resourceIdOf, type Unit } from '../../platform/unit.ts';
import { assertVersion, type VersionPrecondition } from '../../problems/precondition.ts';
import { accessTo, assertProjectRole, assertWritable, requireProject } from '../projects/index.ts';
import { compressMap } from './stored-maps.service.ts';
import * as repository from './source-maps.repository.ts';

export async function listSourceMaps(
  unit: Unit,
  projectId: string,
  filter: { readonly release?: string | undefined },
  page: PageRequest,
): Promise<Slice<SourceMap>> {
  const { project } = await requireProject(unit, projectId);
  const scope = { organization_id: project.organization_id, project_id: project.id };
  const filtered = filter.release === undefined ? scope : { ...scope, release: filter.release };
  return repository.listSourceMapRows(unit.db, filtered, page);
}

export async function getSourceMap(unit: Unit, id: string): Promise<SourceMap> {
  return accessTo(unit.actor, await repository.findSourceMap(unit.db, unit.actor, id)).resource;
}

export async function uploadSourceMap(unit: Unit, projectId: string, upload: SourceMapUpload): Promise<SourceMap> {
  const { project, role } = await requireProject(unit, projectId);
  assertProjectRole(role, 'contributor');
  assertWritable(project);
  const { release, file } = upload;
  const { checkDocument } = await import('./source-map-document.policy.ts');
  const checked = checkDocument(upload.map);
  if ('reason' in checked) throw problems.source_map_invalid({ reason: checked.reason });
  const now = unit.now.toISOString();
  const sourceMap: SourceMap = {
    id: resourceIdOf(unit),
    organization_id: project.organization_id,
    project_id: project.id,
    release,
    file,
    source_count: checked.sourceCount,
    map_bytes: Buffer.byteLength(checked.text),
    version: 1,
    created_at: now,
    updated_at: now,
  };
  if (!(await insert(unit, sourceMap, await compressMap(checked.text))))
    throw problems.source_map_exists({ release, file });
  await record(unit, {
    audit: 'source_map.create',
    resource: { type: 'source_map', id: sourceMap.id },
    project_id: sourceMap.project_id,
    after: sourceMap,
  });
  return sourceMap;
}

/** If the project is deleted between the read and the write, the response is 404, as it would be a moment later. */
async function insert({ db }: Unit, sourceMap: SourceMap, map: Buffer): Promise<boolean> {
  try {
    return await repository.insertSourceMap(db, sourceMap, map);
  } catch (error) {
    if (constraintOf(error)?.kind === 'foreign_key') throw problems.not_found({}, { cause: error });
    throw error;
  }
}

export async function deleteSourceMap(unit: Unit, id: string, precondition: VersionPrecondition): Promise<void> {
  const row = await repository.lockSourceMap(unit.db, unit.actor, id);
  const { resource: sourceMap, role, archived_at } = accessTo(unit.actor, row);
  assertProjectRole(role, 'contributor');
  assertVersion(sourceMap, precondition);
  assertWritable({ archived_at });
  await repository.deleteSourceMapRow(unit.db, sourceMap);
  await record(unit, {
    audit: 'source_map.delete',
    resource: { type: 'source_map', id: sourceMap.id },
    project_id: sourceMap.project_id,
    before: sourceMap,
  });
}
