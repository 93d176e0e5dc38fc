import { expect } from 'chai';
import { exampleResponse, findOperation } from '../../support/contract/document.ts';
import { findResponseFaults, type WireResponse } from '../../support/contract/response-check.ts';

const operation = findOperation('GET', '/api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0100')!;

function exampleBody(): Record<string, unknown> {
  return exampleResponse(operation, 200) as Record<string, unknown>;
}

function response(
  body: unknown,
  more: Partial<Omit<WireResponse, 'headers'>> & { headers?: Record<string, string> } = {},
): WireResponse {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-request-id': 'r',
    'api-version': 'v2',
    etag: '"1"',
  };
  return { status: 200, text: JSON.stringify(body), ...more, headers: new Headers({ ...headers, ...more.headers }) };
}

describe('the check of responses', () => {
  it('finds the operation by method and path, HEAD as GET', () => {
    expect(operation.id).to.equal('getProject');
    expect(findOperation('HEAD', '/api/v2/projects')?.id).to.equal('listProjects');
    expect(findOperation('TRACE', '/api/v2/projects')).to.equal(undefined);
    expect(findOperation('POST', '/api/v2/tasks/bulk')?.id).to.equal('bulkTasks');
    expect(findOperation('GET', '/api/v2/tasks/bulk')).to.equal(undefined);
  });

  it('finds no fault in the example of the document', () => {
    expect(findResponseFaults(operation, response(exampleBody()))).to.deep.equal([]);
  });

  const faults: Readonly<Record<string, readonly [WireResponse, RegExp]>> = {
    'a field that the document does not name': [response({ ...exampleBody(), secret: 1 }), /additional/],
    'a missing field': [response({ ...exampleBody(), id: undefined }), /required property 'id'/],
    'a time without milliseconds': [response({ ...exampleBody(), created_at: '2026-11-01T00:00:00Z' }), /date-time/],
    'an undeclared status': [response({}, { status: 418 }), /not declared/],
    'another media type': [response(exampleBody(), { headers: { 'content-type': 'text/html' } }), /text\/html/],
    'a header in the wrong form': [response(exampleBody(), { headers: { etag: 'W/"1"' } }), /ETag/i],
  };
  for (const [name, [wire, expected]] of Object.entries(faults)) {
    it(`finds ${name}`, () => {
      expect(findResponseFaults(operation, wire).join('\n')).to.match(expected);
    });
  }

  it('finds a missing required header', () => {
    const wire = response(exampleBody());
    wire.headers.delete('x-request-id');
    expect(findResponseFaults(operation, wire).join()).to.match(/lacks the header X-Request-Id/i);
  });

  it('finds a body where none is declared', () => {
    const remove = findOperation('DELETE', '/api/v2/projects/x')!;
    expect(findResponseFaults(remove, response({}, { status: 204 })).join()).to.match(/has a body/);
    expect(findResponseFaults(remove, response({}, { status: 204, text: '' }))).to.deep.equal([]);
  });
});
