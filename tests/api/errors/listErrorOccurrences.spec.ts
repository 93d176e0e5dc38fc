import { expect } from 'chai';
import type { ErrorReport } from '../../../generated/v2/types.ts';
import { bodyOf, createProject, reportError } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/errors/{error_id}/occurrences';

describe('v2 listErrorOccurrences GET /errors/{error_id}/occurrences', () => {
  const scene = useScene();
  const list = (who: 'owner' | 'member' | 'viewer' | 'stranger', error_id: string, query = {}) =>
    scene[who].v2.GET(url, { params: { path: { error_id }, query } });
  const report = async (reports: ErrorReport[]) =>
    bodyOf(await scene.member.v2.POST('/api/v2/errors', { body: { project_id: scene.project.id, reports } })).results;

  describe('200', () => {
    it('shows what was reported, without secrets', async () => {
      const { error_id } = await reportError(scene.member, scene.project, {
        type: 'ShownError',
        message: 'Card 4111 1111 1111 1111 was refused',
        frames: [{ file: 'a.ts', function: 'pay', line: 3 }],
        causes: [{ type: 'IoError', message: 'gone' }],
        tags: { region: 'north', session_token: 'abc' },
        user: { id: 'u1', email: 'ada@example.com' },
        request: { method: 'GET', url: 'https://ada:secret@example.com/?page=2&access_token=abc' },
        breadcrumbs: [{ category: 'http', message: 'Authorization: Bearer abcdefghij', data: { cookie: 'a=b', n: 1 } }],
        context: { order: { api_key: 'k', apiKey: 'k', 'X-Auth-Token': 'k', total: 12 }, card: '5500-0000-0000-0004' },
      });
      const [occurrence] = bodyOf(await list('viewer', error_id)).data;
      expect(occurrence).to.deep.include({
        number: 1,
        message: 'Card [masked] was refused',
        frames: [{ file: 'a.ts', function: 'pay', module: null, line: 3, column: null, in_app: true }],
        causes: [{ type: 'IoError', message: 'gone', frames: [] }],
        tags: { region: 'north', session_token: '[masked]' },
        user: { id: 'u1', email: 'ada@example.com', name: null, address: null },
        request: { method: 'GET', url: 'https://[masked]@example.com/?page=2&access_token=[masked]' },
        context: {
          order: { api_key: '[masked]', apiKey: '[masked]', 'X-Auth-Token': '[masked]', total: 12 },
          card: '[masked]',
        },
      });
      expect(occurrence!.breadcrumbs).to.deep.equal([
        {
          ...{ occurred_at: null, category: 'http', level: null, message: 'Authorization: Bearer [masked]' },
          data: { cookie: '[masked]', n: 1 },
        },
      ]);
    });

    it('keeps the first hundred and the last hundred', async () => {
      const failure = { type: 'FrequentError', message: 'again' };
      const batch = Array.from({ length: 90 }, () => failure);
      const [{ error_id } = { error_id: '' }] = await report(batch);
      for (let sent = 1; sent < 4; sent++) await report(batch);
      const numbers: number[] = [];
      let cursor: string | undefined;
      do {
        const page = bodyOf(await list('viewer', error_id, { limit: 100, ...(cursor && { cursor }) }));
        numbers.push(...page.data.map(({ number }) => number));
        cursor = page.page.next_cursor ?? undefined;
      } while (cursor !== undefined);
      numbers.sort((a, b) => a - b);
      const expected = Array.from({ length: 360 }, (_, index) => index + 1).filter((n) => n <= 100 || n > 260);
      expect(numbers).to.deep.equal(expected);
    });

    it('filters by release and environment', async () => {
      const type = 'FilteredError';
      const [{ error_id } = { error_id: '' }] = await report([
        { type, message: 'one', fingerprint: [type], release: 'a@1', environment: 'staging' },
        { type, message: 'two', fingerprint: [type], release: 'a@2', environment: 'staging' },
      ]);
      const found = async (query: object) =>
        bodyOf(await list('viewer', error_id, query)).data.map(({ message }) => message);
      expect(await found({ release: 'a@1' })).to.deep.equal(['one']);
      expect((await found({ environment: 'staging' })).sort()).to.deep.equal(['one', 'two']);
      expect(await found({ environment: 'production' })).to.deep.equal([]);
    });
  });

  describe('404', () => {
    it('hides occurrences of private projects and of other organizations', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const { error_id } = await reportError(scene.owner, hidden);
      for (const who of ['member', 'stranger'] as const)
        expect(refusalOf(await list(who, error_id)).status).to.equal(404);
    });
  });
});
