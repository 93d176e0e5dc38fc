import { expect } from 'chai';
import { compareOutput } from '../../../support/guides/compare.ts';

const response = (status: string, body: string, ...headers: string[]): string =>
  [`HTTP/1.1 ${status}`, ...headers, '', body].join('\r\n');

const compareHttp = (text: string, output: string): string[] => compareOutput({ kind: 'http', text }, output);

describe('a response shown in a guide', () => {
  const task = '{"id":"01a2","key":"PIER-1","labels":["bug","oak"],"due_on":null,"project":{"key":"PIER","version":1}}';
  const output = response('201 Created', task, 'ETag: "1"', 'location: /api/v2/tasks/01a2');

  const truths = {
    'the status alone, with a body': 'HTTP/1.1 201 Created\n\n{}',
    'some members, in any order': 'HTTP/1.1 201 Created\n\n{ "due_on": null, "key": "PIER-1" }',
    'what is different each time': 'HTTP/1.1 201 Created\n\n{ "id": "…", "key": "PIER-…", "project": "…" }',
    'a header, in whatever case': 'HTTP/1.1 201 Created\nLocation: /api/v2/tasks/…\netag: "1"\n\n{}',
    'a whole list': 'HTTP/1.1 201 Created\n\n{ "labels": ["bug", "oak"] }',
    'the beginning of a list': 'HTTP/1.1 201 Created\n\n{ "labels": ["bug", "…"] }',
  };
  for (const [what, text] of Object.entries(truths)) {
    it(`may show ${what}`, () => {
      expect(compareHttp(text, output)).to.deep.equal([]);
    });
  }

  const lies = {
    'another status': ['HTTP/1.1 200 OK\n\n{}', /^shown HTTP\/1.1 200 OK, received HTTP\/1.1 201 Created/],
    'another value': ['HTTP/1.1 201 Created\n\n{ "key": "PIER-2" }', /^\/key: shown "PIER-2", received "PIER-1"$/],
    'a value below': ['HTTP/1.1 201 Created\n\n{ "project": { "version": 2 } }', /^\/project\/version: shown 2/],
    'a number as text': ['HTTP/1.1 201 Created\n\n{ "project": { "version": "1" } }', /^\/project\/version: shown "1"/],
    'a member that is not there': [
      'HTTP/1.1 201 Created\n\n{ "name": "…" }',
      /^\/name: shown "…", received undefined$/,
    ],
    'a value where there is null': [
      'HTTP/1.1 201 Created\n\n{ "due_on": "…" }',
      /^\/due_on: shown "…", received null$/,
    ],
    'null where there is a value': [
      'HTTP/1.1 201 Created\n\n{ "key": null }',
      /^\/key: shown null, received "PIER-1"$/,
    ],
    'a list that is too short': [
      'HTTP/1.1 201 Created\n\n{ "labels": ["bug"] }',
      /^\/labels: shown 1 entries, received 2$/,
    ],
    'a list that is too long': ['HTTP/1.1 201 Created\n\n{ "labels": ["bug", "oak", "ash", "…"] }', /received 2$/],
    'an object for a list': ['HTTP/1.1 201 Created\n\n{ "labels": {} }', /^\/labels: shown \{\}/],
    'a header that is not there': [
      'HTTP/1.1 201 Created\nLink: <…>\n\n{}',
      /^shown Link: <…>, received no such header$/,
    ],
    'another header': ['HTTP/1.1 201 Created\nETag: "2"\n\n{}', /^shown ETag: "2", received ETag: "1"$/],
    'no body': ['HTTP/1.1 201 Created', /^shown no body, received \{/],
    'two responses': ['HTTP/1.1 201 Created\n\n{}\n\nHTTP/1.1 204 No Content', /^shown 2 responses, received 1:/],
    'text without a status': ['{ "key": "PIER-1" }', /^shown as a response without a status line/],
  } as const;
  for (const [what, [text, difference]] of Object.entries(lies)) {
    it(`may not show ${what}`, () => {
      expect(compareHttp(text, output)[0]).to.match(difference);
    });
  }

  it('is compared with its own response, where there are several', () => {
    const outputs = `${response('204 No Content', '')}\n${response('404 Not Found', '{"code":"not_found"}')}\n`;
    const shown = (code: string): string =>
      `HTTP/1.1 204 No Content\n\nHTTP/1.1 404 Not Found\n\n{ "code": "${code}" }`;
    expect(compareHttp(shown('not_found'), outputs)).to.deep.equal([]);
    expect(compareHttp(shown('forbidden'), outputs)).to.deep.equal(['/code: shown "forbidden", received "not_found"']);
  });

  it('may be text in its body', () => {
    const csv = response('200 OK', 'key,title\r\nPIER-1,Planks\r\n', 'Content-Type: text/csv');
    expect(compareHttp('HTTP/1.1 200 OK\n\nkey,title\nPIER-1,…', csv)).to.deep.equal([]);
    expect(compareHttp('HTTP/1.1 200 OK\n\nkey,title\nPIER-2,…', csv)).to.have.length(1);
  });

  it('must be all that was printed', () => {
    const [difference] = compareHttp('HTTP/1.1 201 Created\n\n{}', `warning: old\n${output}`);
    expect(difference).to.equal('received text before the first response: warning: old');
  });
});

describe('text shown in a guide', () => {
  it('stands for any lines where there is only …', () => {
    expect(compareOutput({ kind: 'text', text: 'first\n…\nlast' }, 'first\n2\n3\nlast\n')).to.deep.equal([]);
    expect(compareOutput({ kind: 'text', text: 'first\n…\nlast' }, 'first\n2\n3\n')).to.have.length(1);
  });

  it('must be shown where something is printed', () => {
    expect(compareOutput(undefined, '\n')).to.deep.equal([]);
    expect(compareOutput(undefined, 'undefined')).to.deep.equal(['shown no output, received undefined']);
  });
});
