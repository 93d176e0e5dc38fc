import { expect } from 'chai';
import { parseStackTrace } from '../../../../../src/modules/errors/grouping/stack-trace.policy.ts';

describe('parseStackTrace', () => {
  it('reads what Node prints for an uncaught error with a cause', () => {
    const read = parseStackTrace(`/srv/shop/src/orders.js:9
    throw new Error('order 42 cannot be loaded', { cause });
    ^

Error: order 42 cannot be loaded
    at loadOrder (/srv/shop/src/orders.js:9:11)
    at async Promise.all (index 0)
    at async main (/srv/shop/src/main.js:3:5)
    at node:internal/main/run_main_module:33:47 {
  [cause]: TypeError [ERR_INVALID_URL]: Invalid URL
      at new URL (node:internal/url:806:29)
      at /srv/shop/src/orders.js:7:12 {
    code: 'ERR_INVALID_URL',
    input: 'x'
  }
}

Node.js v24.21.0
`);
    expect(read).to.deep.include({ type: 'Error', message: 'order 42 cannot be loaded', platform: 'node' });
    expect(read?.frames.map((frame) => [frame.function, frame.in_app])).to.deep.equal([
      ['loadOrder', true],
      ['Promise.all', false],
      ['main', true],
      [null, false],
    ]);
    expect(read?.causes).to.have.length(1);
    expect(read?.causes[0]).to.deep.include({ type: 'TypeError', message: 'Invalid URL' });
    expect(read?.causes[0]?.frames[1]).to.deep.equal({
      file: '/srv/shop/src/orders.js',
      function: null,
      module: null,
      line: 7,
      column: 12,
      in_app: true,
    });
  });

  it('returns undefined for a text that is no trace', () => {
    expect(parseStackTrace('it does not work\nat all')).to.equal(undefined);
  });
});
