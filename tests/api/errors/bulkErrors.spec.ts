import { expect } from 'chai';
import type { ErrorBulk } from '../../../generated/v2/types.ts';
import { newId } from '../../../src/platform/ids.ts';
import { bodyOf, createProject, reportError } from '../../support/factories.ts';
import { useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 bulkErrors POST /errors/bulk', () => {
  const scene = useScene();
  const send = (who: 'member' | 'viewer' | 'stranger', body: ErrorBulk) =>
    scene[who].v2.POST('/api/v2/errors/bulk', { body });
  const newError = async (type: string) => (await reportError(scene.member, scene.project, { type })).error_id;
  const update = (error_id: string, changes: object, version?: number) =>
    ({ action: 'update', error_id, changes, ...(version && { version }) }) as const;

  describe('207', () => {
    it('runs each operation against the result of those before it', async () => {
      const [one, two] = [await newError('BulkOneError'), await newError('BulkTwoError')];
      const operations = [
        update(one, { status: 'resolved', assignee_id: scene.member.user_id }),
        update(one, { status: 'ignored' }, 2),
        { action: 'delete', error_id: two } as const,
        update(two, { status: 'open' }),
        update(one, { status: 'open' }, 1),
        update(one, { assignee_id: scene.stranger.user_id }),
        update(one, { resolved_in_release: 'a@1' }),
      ];
      const { succeeded, failed, results } = bodyOf(await send('member', { operations }));
      expect({ succeeded, failed }).to.deep.equal({ succeeded: 3, failed: 4 });
      expect(results.map(({ status }) => status)).to.deep.equal([200, 200, 204, 404, 412, 409, 409]);
      expect(results[1]!.error).to.deep.include({ status: 'ignored', assignee_id: scene.member.user_id, version: 3 });
      const { events } = await tracesOf(scene.app, 'error', one);
      expect(events.map(({ type }) => type)).to.deep.equal(['error.created', 'error.resolved', 'error.ignored']);
    });

    it('refuses what the single operation would refuse', async () => {
      const one = await newError('BulkRoleError');
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const { error_id: secret } = await reportError(scene.owner, hidden);
      const body = { operations: [update(one, { status: 'ignored' }), update(secret, { status: 'ignored' })] };
      const statusesFor = async (who: 'viewer' | 'stranger') =>
        bodyOf(await send(who, body)).results.map(({ status }) => status);
      expect(await statusesFor('viewer')).to.deep.equal([403, 404]);
      expect(await statusesFor('stranger')).to.deep.equal([404, 404]);
    });
  });

  describe('409', () => {
    it('undoes everything with atomic', async () => {
      const one = await newError('BulkAtomicError');
      const operations = [update(one, { status: 'ignored' }), update(newId(), { status: 'ignored' })];
      const { error, response } = await send('member', { atomic: true, operations });
      expect(response.status).to.equal(409);
      expect(error).to.deep.include({ code: 'bulk_refused' });
      const params = { path: { error_id: one } };
      expect(bodyOf(await scene.member.v2.GET('/api/v2/errors/{error_id}', { params })).status).to.equal('open');
    });
  });
});
