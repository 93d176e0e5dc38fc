import { expect } from 'chai';
import { exampleReply, findOperation } from '../../support/contract/document.ts';
import { findReplyFaults, type WireReply } from '../../support/contract/reply-check.ts';

const operation = findOperation('GET', '/api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0100')!;

function exampleBody(): Record<string, unknown> {
  return exampleReply(operation, 200) as Record<string, unknown>;
}

function reply(
  body: unknown,
  more: Partial<Omit<WireReply, 'headers'>> & { headers?: Record<string, string> } = {},
): WireReply {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-request-id': 'r',
    'api-version': 'v2',
    etag: '"1"',
  };
  return { status: 200, text: JSON.stringify(body), ...more, headers: new Headers({ ...headers, ...more.headers }) };
}

describe('the check of replies', () => {
  it('finds the operation by method and path, HEAD as GET', () => {
    expect(operation.id).to.equal('getProject');
    expect(findOperation('HEAD', '/api/v2/projects')?.id).to.equal('listProjects');
    expect(findOperation('TRACE', '/api/v2/projects')).to.equal(undefined);
    expect(findOperation('POST', '/api/v2/tasks/bulk')?.id).to.equal('bulkTasks');
    expect(findOperation('GET', '/api/v2/tasks/bulk')).to.equal(undefined);
  });

  it('finds no fault in the example of the document', () => {
    expect(findReplyFaults(operation, reply(exampleBody()))).to.deep.equal([]);
  });

  const faults: Readonly<Record<string, readonly [WireReply, RegExp]>> = {
    'a field that the document does not name': [reply({ ...exampleBody(), secret: 1 }), /additional/],
    'a missing field': [reply({ ...exampleBody(), id: undefined }), /required property 'id'/],
    'a time without milliseconds': [reply({ ...exampleBody(), created_at: '2026-11-01T00:00:00Z' }), /date-time/],
    'an undeclared status': [reply({}, { status: 418 }), /not declared/],
    'another media type': [reply(exampleBody(), { headers: { 'content-type': 'text/html' } }), /text\/html/],
    'a header in the wrong form': [reply(exampleBody(), { headers: { etag: 'W/"1"' } }), /ETag/i],
  };
  for (const [name, [wire, expected]] of Object.entries(faults)) {
    it(`finds ${name}`, () => {
      expect(findReplyFaults(operation, wire).join('\n')).to.match(expected);
    });
  }

  it('finds a missing required header', () => {
    const wire = reply(exampleBody());
    wire.headers.delete('x-request-id');
    expect(findReplyFaults(operation, wire).join()).to.match(/lacks the header X-Request-Id/i);
  });

  it('finds a body where none is declared', () => {
    const remove = findOperation('DELETE', '/api/v2/projects/x')!;
    expect(findReplyFaults(remove, reply({}, { status: 204 })).join()).to.match(/has a body/);
    expect(findReplyFaults(remove, reply({}, { status: 204, text: '' }))).to.deep.equal([]);
  });
});
