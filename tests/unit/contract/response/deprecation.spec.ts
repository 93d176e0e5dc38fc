import { expect } from 'chai';
import { deprecationOf, deprecationOfAll } from '../../../../src/contract/response/deprecation.ts';
import type { Operation } from '../../../../src/contract/operation.ts';
import { noteRow, serveEngine, workingHandlers } from '../../../support/engine/served-engine.ts';

const sunset = 'Fri, 01 Jan 2027 00:00:00 GMT';

const guide = '</api/upgrade-guide>; rel="deprecation"; type="text/html"';

function headersOf(path: string, successor: string) {
  const deprecation = { deprecatedAt: 1767225600, sunset, successor: { id: 'next', method: 'POST', path: successor } };
  return deprecationOf({ id: 'old', path, deprecation } as unknown as Operation);
}

describe('deprecation', () => {
  const links: readonly [path: string, successor: string, segments: string[], target: string][] = [
    ['/v1/notes', '/v2/notes', [], '/v2/notes'],
    ['/v1/notes/{id}', '/v2/notes/{note_id}', ['7'], '/v2/notes/7'],
    ['/v1/notes/{id}/done', '/v2/notes/{note_id}/transitions', ['7'], '/v2/notes/7/transitions'],
    ['/v1/a/{a}/b/{b}', '/v2/b/{b}/a/{a}', ['1', '2'], '/v2/b/2/a/1'],
    ['/v1/notes/{id}', '/v2/notes/{note_id}', ['a%20b'], '/v2/notes/a%20b'],
    ['/v1/notes/{id}', '/v2/notes/{note_id}', ['x>;rel="evil",<y'], '/v2/notes/x%3E;rel=%22evil%22,%3Cy'],
  ];
  for (const [path, successor, segments, target] of links) {
    it(`leads from ${path} to ${target}, and to the guide`, () => {
      const headers = headersOf(path, successor);
      expect(headers?.link(segments)).to.equal(`<${target}>; rel="successor-version", ${guide}`);
      expect(headers?.linkTemplate).to.equal(undefined);
    });
  }

  it('leads to the description, and gives the template, where the successor asks for more than the request knows', () => {
    const headers = headersOf('/v1/notes', '/v2/projects/{project_id}/notes');
    expect(headers?.link([])).to.equal(
      '</api/v2/openapi.json#/paths/~1v2~1projects~1%7Bproject_id%7D~1notes/post>; rel="successor-version", ' + guide,
    );
    expect(headers?.linkTemplate).to.equal('"/v2/projects/{project_id}/notes"; rel="successor-version"');
  });

  it('is undefined where the operation is current', () => {
    expect(deprecationOf({ deprecation: undefined } as Operation)).to.equal(undefined);
  });

  it('does not take a sunset that is no date', () => {
    const deprecation = { deprecatedAt: 0, sunset: 'soon', successor: { id: 'next', method: 'GET', path: '/' } };
    expect(() => deprecationOf({ id: 'old', path: '/', deprecation } as unknown as Operation)).to.throw('x-sunset');
  });

  it('joins the link of a handler and that of the successor', async () => {
    const next = '</api/v2/old-notes?cursor=a>; rel="next"';
    const getOldNote = async () => ({ status: 200, body: noteRow, headers: { etag: '"3"', link: next } });
    const served = await serveEngine({ ...workingHandlers, getOldNote });
    const headers = { authorization: 'Bearer viewer' };
    const result = await served.request('GET', `/api/v2/old-notes/${noteRow.id}`, { headers });
    expect(result.headers.get('link')).to.equal(
      `${next}, </api/v2/notes/${noteRow.id}>; rel="successor-version", ${guide}`,
    );
    await served.close();
  });

  describe('of a contract as a whole', () => {
    const operation = (deprecatedAt: number, ends: string) =>
      ({ deprecation: { deprecatedAt, sunset: ends, successor: {} } }) as unknown as Operation;
    const current = { deprecation: undefined } as Operation;

    it('lasts from the first deprecation to the last sunset', () => {
      const later = 'Tue, 01 Jun 2027 00:00:00 GMT';
      const headers = deprecationOfAll([operation(200, sunset), operation(100, later)]);
      expect(headers).to.include({ deprecation: '@100', sunset: later });
      expect(headers?.link([])).to.equal(`</api/v2/openapi.json>; rel="successor-version", ${guide}`);
    });

    it('is none where an operation is current, or there is none', () => {
      expect(deprecationOfAll([operation(100, sunset), current])).to.equal(undefined);
      expect(deprecationOfAll([])).to.equal(undefined);
    });
  });
});
