import { expect } from 'chai';
import { deprecationOf } from '../../../../src/contract/deprecation.ts';
import type { Operation } from '../../../../src/contract/operation.ts';
import { noteRow, serveEngine, workingHandlers } from './served-engine.ts';

const sunset = 'Fri, 01 Jan 2027 00:00:00 GMT';

function linkOf(path: string, successor: string, ...segments: string[]): string | undefined {
  const deprecation = { deprecatedAt: 1767225600, sunset, successor };
  return deprecationOf({ id: 'old', path, deprecation } as unknown as Operation)?.link(segments);
}

describe('deprecation', () => {
  const links: readonly [path: string, successor: string, segments: string[], target: string][] = [
    ['/v1/notes', '/v2/notes', [], '/v2/notes'],
    ['/v1/notes/{id}', '/v2/notes/{note_id}', ['7'], '/v2/notes/7'],
    ['/v1/notes/{id}/done', '/v2/notes/{note_id}/transitions', ['7'], '/v2/notes/7/transitions'],
    ['/v1/a/{a}/b/{b}', '/v2/b/{b}/a/{a}', ['1', '2'], '/v2/b/2/a/1'],
    ['/v1/notes/{id}', '/v2/notes/{note_id}', ['a%2Fb'], '/v2/notes/a%2Fb'],
    // The successor asks for more than the request knows: the collection is named.
    ['/v1/notes', '/v2/projects/{project_id}/notes', [], '/v2/projects'],
  ];
  for (const [path, successor, segments, target] of links) {
    it(`leads from ${path} to ${target}`, () => {
      expect(linkOf(path, successor, ...segments)).to.equal(`<${target}>; rel="successor-version"`);
    });
  }

  it('is undefined where the operation is current', () => {
    expect(deprecationOf({ deprecation: undefined } as Operation)).to.equal(undefined);
  });

  it('does not take a sunset that is no date', () => {
    const deprecation = { deprecatedAt: 0, sunset: 'soon', successor: '/' };
    expect(() => deprecationOf({ id: 'old', path: '/', deprecation } as unknown as Operation)).to.throw('x-sunset');
  });

  it('joins the link of a handler and that of the successor', async () => {
    const next = '</api/v2/old-notes?cursor=a>; rel="next"';
    const getOldNote = async () => ({ status: 200, body: noteRow, headers: { etag: '"3"', link: next } });
    const served = await serveEngine({ ...workingHandlers, getOldNote });
    const headers = { authorization: 'Bearer viewer' };
    const answer = await served.request('GET', `/api/v2/old-notes/${noteRow.id}`, { headers });
    expect(answer.headers.get('link')).to.equal(`${next}, </api/v2/notes/${noteRow.id}>; rel="successor-version"`);
    await served.close();
  });
});
