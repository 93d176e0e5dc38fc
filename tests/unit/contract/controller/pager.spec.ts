import { expect } from 'chai';
import { createPager } from '../../../../src/contract/controller/pager.ts';
import { createKeyring } from '../../../../src/platform/crypto.ts';
import { createCursorCodec } from '../../../../src/platform/cursor.ts';
import { AppError } from '../../../../src/problems/app-error.ts';

describe('the pager', () => {
  const pager = createPager(createCursorCodec(createKeyring('a secret of the installation')));
  const list = '/api/v2/projects';
  const next = { value: 'Bau', id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0100' };
  const query = { sort: 'name', status: ['todo', 'done'], q: undefined } as { readonly sort: string };
  const cursor = pager.respond(list, query, { rows: [], next, total: undefined }).body.page.next_cursor!;

  it('reads a request without parameters as the fifty newest', () => {
    expect(pager.read(list, {})).to.deep.equal({
      limit: 50,
      sort: 'created_at',
      descending: true,
      after: undefined,
      include_total: false,
    });
  });

  it('reads a page after a cursor, whatever the size of the page and whether it is counted', () => {
    for (const more of [{}, { limit: 7 }, { include_total: true }]) {
      const read = pager.read(list, { ...query, ...more, cursor });
      expect(read).to.include({ sort: 'name', descending: false }).and.deep.include({ after: next });
    }
  });

  it('refuses a cursor of another list, order or filter', () => {
    const others: readonly (readonly [string, object])[] = [
      ['/api/v2/tasks', query],
      [list, { ...query, sort: '-name' }],
      [list, { ...query, status: ['todo'] }],
      [list, { ...query, q: 'pump' }],
    ];
    for (const [other, filters] of others) {
      expect(() => pager.read(other, { ...filters, cursor }), other).to.throw(AppError, 'validation_failed');
    }
  });

  it('links to the next page with the same parameters, sorted by name', () => {
    const { headers, body } = pager.respond(list, { ...query, limit: 7 }, { rows: [1], next, total: 3 });
    const { next_cursor } = body.page;
    expect(body).to.deep.equal({ data: [1], page: { limit: 7, has_more: true, next_cursor, total: 3 } });
    expect(headers).to.deep.equal({
      link: `<${list}?cursor=${next_cursor}&limit=7&sort=name&status=todo&status=done>; rel="next"`,
    });
  });

  it('has no link on the last page', () => {
    const { headers, body } = pager.respond(list, {}, { rows: [], next: undefined, total: undefined });
    expect([headers, body.page]).to.deep.equal([{}, { limit: 50, has_more: false, next_cursor: null }]);
  });
});
