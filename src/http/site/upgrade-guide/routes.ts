import { migrationGuidePath } from '../../../contract/response/deprecation.ts';
import { migrationOf } from '../../../documents/upgrade-guide.ts';
import type { HttpOptions } from '../../options.ts';
import { renderMigration } from './page.ts';
import type { Assets } from '../assets.ts';
import { chosenType, pagePolicies, sendPage } from '../page.ts';
import { createRepresentation, documentCaching, jsonType, send } from '../representation.ts';
import type { SurfaceRouter } from '../router.ts';

/** `/api/migration`: how to move from v1 to v2, where deprecated responses lead. */
export function addMigration(
  router: SurfaceRouter,
  { documents }: Pick<HttpOptions, 'documents'>,
  assets: Assets,
): void {
  const migration = migrationOf(documents.v1, documents.v2);
  const json = createRepresentation(jsonType, JSON.stringify(migration));
  const page = renderMigration(migration, assets);
  router.get(migrationGuidePath, async (context) => {
    if (chosenType(context, ['html', 'json']) === 'json') return send(context, json, documentCaching);
    return sendPage(context, page, pagePolicies.plain);
  });
}
