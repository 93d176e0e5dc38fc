import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { Import } from '../../generated/v2/types.ts';
import { ended, smallArchive } from '../support/archive.ts';
import { createProject } from '../support/factories.ts';
import { rawRequest } from '../support/raw-request.ts';
import { useScene } from '../support/scene.ts';

describe('bodies that are compressed', () => {
  const scene = useScene();

  it('are imported, and known by their Idempotency-Key however they come', async () => {
    const project = await createProject(scene.owner);
    const archive = JSON.stringify(smallArchive());
    const key = { 'idempotency-key': crypto.randomUUID() };
    const codings = { gzip: gzipSync(archive), br: brotliCompressSync(archive), identity: Buffer.from(archive) };
    const ids = [];
    for (const [coding, body] of Object.entries(codings)) {
      const response = await rawRequest({
        method: 'POST',
        url: `${scene.app.url}/api/v2/projects/${project.id}/imports`,
        headers: {
          ...{ authorization: `Bearer ${scene.owner.token}`, 'content-type': 'application/json' },
          ...{ ...key, 'content-encoding': coding },
        },
        body,
      });
      expect(response.status, response.text).to.equal(202);
      ids.push((JSON.parse(response.text) as Import).id);
    }
    expect(new Set(ids).size).to.equal(1);
    expect(await ended(scene.owner, { id: ids[0]! })).to.include({ status: 'completed', records_done: 3 });
  });
});
