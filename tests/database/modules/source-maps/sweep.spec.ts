import { expect } from 'chai';
import { sweepSourceMaps } from '../../../../src/modules/source-maps/source-maps.jobs.ts';
import { DAY_MS } from '../../../../src/platform/durations.ts';
import { openDatabase } from '../../../../src/platform/database.ts';
import { createSourceMap } from '../../../support/factories.ts';
import { useScene } from '../../../support/scene.ts';
import { contextOn } from '../../../support/steps-that-hang.ts';

describe('the sweep of source maps', function () {
  this.timeout(60_000);
  const scene = useScene();

  it('deletes those that no error has needed for 90 days, and no other', async () => {
    const { app, owner, project } = scene;
    const [old, recent] = [await createSourceMap(owner, project), await createSourceMap(owner, project)];
    const before = app.clock.now().getTime() - 90 * DAY_MS;
    for (const [{ id }, used_at] of [
      [old, before - DAY_MS],
      [recent, before + DAY_MS],
    ] as const) {
      await app.query('UPDATE source_maps SET used_at = $2 WHERE id = $1', [id, new Date(used_at)]);
    }
    const database = await openDatabase({ url: app.databaseUrl });
    await (sweepSourceMaps({}, contextOn(database.db, app.clock)) as Promise<unknown>);
    await database.close();
    const left = await app.query<{ id: string }>('SELECT id FROM source_maps WHERE project_id = $1', [project.id]);
    expect(left).to.deep.equal([{ id: recent.id }]);
  });
});
