import { expect } from 'chai';
import { causesOf, withoutTrace, withTrace } from '../../../../src/platform/tracing/trace-link.ts';

describe('the causes of a job in its payload', () => {
  const first = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
  const second = { traceparent: '00-0af7651916cd43dd8448eb211c80319d-b7ad6b7169203332-00', tracestate: 'a=1' };

  it('are added and found, and the task does not see them', () => {
    const payload = { to: 'ada@example.org' };
    const queued = withTrace(payload, { trace: second });
    expect(causesOf(queued)).to.deep.equal([second]);
    expect(withoutTrace(queued)).to.deep.equal(payload);
    expect(payload).to.deep.equal({ to: 'ada@example.org' });
  });

  it('are absent if tracing is off, and the payload is the same object', () => {
    const payload = { to: 'ada@example.org' };
    expect(withTrace(payload, { trace: undefined })).to.equal(payload);
    expect(withTrace(payload, {})).to.equal(payload);
    expect(withoutTrace(payload)).to.equal(payload);
    expect(causesOf(payload)).to.deep.equal([]);
  });

  it('are those of each element of a list, which keeps them for a retry of the element', () => {
    const pointers = [{ id: '1', trace: first }, { id: '2' }, { id: '3', trace: second }];
    expect(causesOf(pointers)).to.deep.equal([first, second]);
    expect(withoutTrace(pointers)).to.equal(pointers);
  });

  for (const payload of [
    null,
    undefined,
    'text',
    7,
    [null, 'text'],
    { trace: null },
    { trace: 'text' },
    { trace: {} },
  ]) {
    it(`are none in ${JSON.stringify(payload)}`, () => {
      expect(causesOf(payload)).to.deep.equal([]);
    });
  }
});
