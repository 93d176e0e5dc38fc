import { expect } from 'chai';
import { withCodeSamples } from '../../../../src/documents/generate/code-samples/code-samples.ts';
import type { Document } from '../../../../src/documents/generate/document.ts';

interface Written {
  readonly method?: 'get' | 'post' | 'patch';
  readonly body?: unknown;
  readonly mediaType?: string;
  readonly parameters?: readonly unknown[];
  readonly isPublic?: boolean;
  readonly problems?: readonly string[];
}

/** A document with one operation. */
function documentWith({ method = 'post', body, mediaType = 'application/json', ...written }: Written): Document {
  const { parameters = [], isPublic = false, problems = [] } = written;
  const operation = {
    operationId: 'createNote',
    tags: ['notes'],
    security: isPublic ? [] : [{ bearerAuth: [] }],
    parameters,
    ...(body === undefined
      ? {}
      : { requestBody: { content: { [mediaType]: { examples: { first: { value: body } } } } } }),
    responses: { 201: { description: 'The note.', content: { 'application/json': {} } } },
    'x-problems': problems,
  };
  const info = { title: 'Notes', version: '2.0.0' };
  return { openapi: '3.1.0', info, paths: { '/api/v2/notes/{note}': { [method]: operation } } };
}

function samplesOf(written: Written): Readonly<Record<string, string>> {
  const parameters = [
    { name: 'note', in: 'path', required: true, example: 'n-1', schema: { type: 'string' } },
    ...(written.parameters ?? []),
  ];
  const { method = 'post' } = written;
  const document = documentWith({ ...written, method, parameters });
  const operation = withCodeSamples(document).paths['/api/v2/notes/{note}']?.[method];
  const samples = operation?.['x-codeSamples'] as readonly { readonly label: string; readonly source: string }[];
  return Object.fromEntries(samples.map(({ label, source }) => [label, source]));
}

describe('code samples', () => {
  it('send method, path, body, credential and a new Idempotency-Key where one is taken', () => {
    const parameters = [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } }];
    const samples = samplesOf({
      method: 'patch',
      body: { text: 'Tar' },
      mediaType: 'application/merge-patch+json',
      parameters,
    });
    expect(samples['curl']).to.equal(
      'curl -X PATCH "$ARCHITECT_URL/api/v2/notes/n-1" \\\n' +
        '  -H "Authorization: Bearer $ARCHITECT_KEY" \\\n' +
        "  -H 'Content-Type: application/merge-patch+json' \\\n" +
        `  --data-binary '{"text":"Tar"}'\n`,
    );
    expect(samples['TypeScript']).to.include(
      "client.call('createNote', { path: { note: 'n-1' }, body: { text: 'Tar' } })",
    );
    expect(samples['Python']).to.include('requests.patch(\n    f"{os.environ[\'ARCHITECT_URL\']}/api/v2/notes/n-1",');
    expect(samples['Python']).to.include('"Idempotency-Key": str(uuid.uuid4()),');
    expect(samples['Python']).to.include('json={"text": "Tar"},');
    expect(samples['Go']).to.include('http.NewRequest("PATCH", os.Getenv("ARCHITECT_URL")+"/api/v2/notes/n-1", body)');
    expect(samples['Go']).to.include('request.Header.Set("Idempotency-Key", rand.Text())');
  });

  it('keep quotes, line breaks and backslashes of a text', () => {
    const text = `it's "C:\\tar"\n\`now\``;
    const samples = samplesOf({ body: { text } });
    const json = JSON.stringify({ text });
    expect(samples['curl']).to.include(`--data-binary '${json.replace("'", `'\\''`)}'`);
    expect(samples['TypeScript']).to.include(`text: ${JSON.stringify(text)}`);
    expect(samples['Python']).to.include(`"text": ${JSON.stringify(text)}`);
    // A raw string of Go cannot contain a backquote.
    expect(samples['Go']).to.include(`strings.NewReader(${JSON.stringify(json)})`);
  });

  it('write the constants of Python', () => {
    expect(samplesOf({ body: { a: null, b: true, c: [false, 1.5] } })['Python']).to.include(
      'json={"a": None, "b": True, "c": [False, 1.5]}',
    );
  });

  it('send required parameters of the query, encoded', () => {
    const parameters = [
      { name: 'source', in: 'query', required: true, schema: { enum: ['a b', 'c'] } },
      { name: 'bom', in: 'query', schema: { type: 'boolean' } },
    ];
    const samples = samplesOf({ method: 'get', parameters });
    expect(samples['curl']).to.include('curl "$ARCHITECT_URL/api/v2/notes/n-1?source=a%20b"');
    expect(samples['TypeScript']).to.include("query: { source: 'a b' }");
    for (const label of ['Python', 'Go']) expect(samples[label]).to.include('/api/v2/notes/n-1?source=a%20b"');
  });

  it('have no credential where none is asked for', () => {
    for (const source of Object.values(samplesOf({ method: 'get', isPublic: true })))
      expect(source).not.to.match(/authorization|apiKey|ARCHITECT_KEY/i);
  });

  it('say where an API key is not enough, and read the token of a session', () => {
    for (const source of Object.values(samplesOf({ problems: ['session_required'] }))) {
      expect(source).to.match(/^(?:#|\/\/) ARCHITECT_SESSION is the token of a session/);
      expect(source).not.to.include('ARCHITECT_KEY');
    }
  });

  it('need an example of each required parameter', () => {
    const parameters = [{ name: 'source', in: 'query', required: true, schema: { type: 'string' } }];
    expect(() => samplesOf({ parameters })).to.throw('createNote: the parameter source needs an example');
  });
});
