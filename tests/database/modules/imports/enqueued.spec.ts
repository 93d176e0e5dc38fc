import { expect } from 'chai';
import { createImport } from '../../../../src/modules/imports/imports.service.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';
import type { Actor } from '../../../../src/platform/unit.ts';
import { useScene } from '../../../support/scene.ts';

describe('an import that is created', () => {
  const scene = useScene();
  let database: Database;
  before(async () => {
    database = await openDatabase({ url: scene.app.databaseUrl });
  });
  after(() => database.close());

  it('has a job with ten attempts, by whose key the sweep finds it', async () => {
    const { user_id, organization_id } = scene.member;
    const actor: Actor = {
      ...{ user_id, organization_id, role: 'member', scopes: undefined, is_operator: false },
      ...{ credential_type: null, credential_id: null },
    };
    const undone = new Error('undone');
    let id = '';
    let jobs: unknown[] = [];
    const work = database.db.transaction(async (db) => {
      const unit = { db, actor, request_id: 'import', now: scene.app.clock.now() };
      const request = { source: 'csv', mediaType: 'text/csv', upload: 'title\nFirst\n' } as const;
      ({ id } = await createImport(unit, scene.project.id, request));
      jobs = await db.knex('outbox').whereRaw("payload ->> 'import_id' = ?", [id]).select('name', 'options');
      throw undone;
    });
    expect(await work.catch((error: unknown) => error)).to.equal(undone);
    expect(jobs).to.deep.equal([{ name: 'imports.run', options: { max_attempts: 10, job_key: `import ${id}` } }]);
  });
});
