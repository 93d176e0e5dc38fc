import { expect } from 'chai';
import type { ChangelogRelease } from '../../../src/http/options.ts';
import { serve, type Served } from './fixture.ts';

const asPage = { accept: 'text/html,*/*;q=0.8' };
const note = (kind: string, reason: string, operations: readonly string[], where = '') => ({
  ...{ kind, where, reason, operations },
});
const changelog: readonly ChangelogRelease[] = [
  {
    ...{ document: 'v2', version: '2.1.0', released_on: null, changed: [], deprecated: [] },
    added: [
      note('operation-added', 'new operations', ['getProject']),
      note('scheme-added', 'a <b> & more', []),
      note('response-media-type-added', 'text/csv was added', ['b']),
      note('payload-property-added', 'seven events have it', ['a', 'b', 'c', 'd', 'e', 'f', 'g']),
      note('webhook-response-added', 'may return 202', []),
      note('payload-closed', 'no other members', []),
    ],
    removed: [note('path-removed', 'gone', ['getGone', 'a', 'b', 'c', 'd', 'e', 'f'])],
  },
  { document: 'v1', version: '1.9.0', released_on: '2026-11-23', added: [], changed: [], deprecated: [], removed: [] },
];

describe('http: /api/changelog', () => {
  const publicUrl = 'https://architect.example.com';
  let served: Served;
  before(async () => {
    served = await serve({ changelog, settings: { publicUrl } });
  });
  after(() => served.close());

  it('lists the releases for programs, with the operations and their place in the reference', async () => {
    const response = await served.get('/api/changelog', { accept: 'application/json' });
    expect(response.headers['content-type']).to.equal('application/json; charset=utf-8');
    const { data } = response.json() as { data: Record<string, unknown>[] };
    expect(data.map(({ document, version, released_on }) => [document, version, released_on])).to.deep.equal([
      ['v2', '2.1.0', null],
      ['v1', '1.9.0', '2026-11-23'],
    ]);
    const [first] = data[0]!['added'] as Record<string, unknown>[];
    expect(first).to.deep.equal({
      kind: 'operation-added',
      where: '',
      reason: 'new operations',
      affected: [
        {
          name: 'getProject',
          operation: {
            method: 'GET',
            path: '/api/v2/projects/{project_id}',
            reference: `${publicUrl}/api/redoc?version=v2#operation/getProject`,
          },
        },
      ],
    });
    const [removed] = data[0]!['removed'] as { affected: unknown[] }[];
    expect(removed!.affected[0]).to.deep.equal({ name: 'getGone', operation: null });
  });

  it('shows people the same, with an anchor for each release', async () => {
    const { status, text } = await served.get('/api/changelog', asPage);
    expect(status).to.equal(200);
    expect(text).to.contain('<a href="#v2-2.1.0">v2 2.1.0</a> not released yet');
    expect(text).to.contain('This server already works as the versions that are not released yet say');
    // A badge says what the reason and the heading do not.
    expect(text.match(/(?<=<span class="kind">)[^<]*/g)).to.deep.equal([
      'response media type',
      'payload property',
      'webhook response',
      'payload',
    ]);
    expect(text)
      .to.contain('id="v1-1.9.0"')
      .and.contain('2026-11-23')
      .and.contain('Only descriptions and examples changed');
    expect(text).to.contain(`<a href="${publicUrl}/api/redoc?version=v2#operation/getProject">getProject</a>`);
    expect(text).to.contain('<code>getGone</code>').and.contain('<summary>7 operations</summary>');
    expect(text).to.contain('a &#60;b&#62; &#38; more').and.contain('all operations');
    expect(text.match(/<h3>\w+<\/h3>/g)).to.deep.equal(['<h3>Added</h3>', '<h3>Removed</h3>']);
  });

  it('calls events events', async () => {
    const { text } = await served.get('/api/changelog', asPage);
    const namesOf = (reason: string): string =>
      new RegExp(`${reason}.*?<(?:summary|p class="names")>([^<]*)`).exec(text)?.[1] ?? '';
    expect(namesOf('seven events have it')).to.equal('7 events');
    expect(namesOf('may return 202')).to.equal('all events');
    expect(namesOf('no other members')).to.equal('all events');
    expect(namesOf('& more'.replace('&', '&#38;'))).to.equal('all operations');
  });

  for (const accept of [asPage.accept, 'application/json']) {
    it(`revalidates, and has HEAD, as ${accept}`, async () => {
      const { headers, bytes } = await served.get('/api/changelog', { accept });
      const same = await served.get('/api/changelog', { accept, 'if-none-match': String(headers.etag) });
      expect([same.status, same.text]).to.deep.equal([304, '']);
      const head = await served.send('HEAD', '/api/changelog', { accept });
      expect([head.status, head.text, Number(head.headers['content-length'])]).to.deep.equal([200, '', bytes.length]);
    });
  }

  it('is offered as a page and as JSON only', async () => {
    expect((await served.get('/api/changelog', { accept: 'text/csv' })).status).to.equal(406);
  });
});
