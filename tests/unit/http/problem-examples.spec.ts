import { expect } from 'chai';
import type { OpenApiDocument } from '../../../src/http/options.ts';
import { problemDetail } from '../../../src/problems/problem-text.ts';
import { documentedOperations, documents, type Version } from '../../support/contract/document.ts';
import { catalogue, serve, type Served } from './fixture.ts';

/** The example that an operation of the document has under the name of the code. */
function documented(code: string): unknown {
  for (const version of ['v2', 'v1'] as const) {
    const { components } = documents[version] as unknown as {
      readonly components: { readonly examples: Readonly<Record<string, { readonly value: unknown }>> };
    };
    const shared = components.examples[`problem_${code}`];
    if (shared !== undefined) return shared.value;
    for (const { responses } of documentedOperations.filter((one) => one.version === version)) {
      for (const media of Object.values(responses).flatMap(({ content = {} }) => Object.values(content))) {
        const example = media.examples?.[code];
        if (example !== undefined && 'value' in example) return example.value;
      }
    }
  }
  return undefined;
}

describe('the example of each problem', () => {
  let served: Served;
  let bare: Served;
  before(async () => {
    served = await serve({ documents: documents as unknown as Record<Version, OpenApiDocument> });
    bare = await serve();
  });
  after(async () => {
    await served.close();
    await bare.close();
  });

  const exampleOn = async (server: Served, code: string): Promise<Record<string, unknown>> => {
    const page = (await server.get(`/api/problems/${code}`, { accept: 'application/json' })).json();
    expect(page).not.to.have.any.keys('params', 'errors');
    return page['example'] as Record<string, unknown>;
  };

  for (const [code, { detail, params = {}, status }] of Object.entries(catalogue)) {
    const expected = documented(code);

    if (expected !== undefined)
      it(`${code}: the page shows the example of the document`, async () => {
        expect(await exampleOn(served, code)).to.deep.equal(expected);
      });

    // The small documents of these tests have an example of their own for this one.
    if (code !== 'not_found')
      it(`${code}: the page shows what the server would send where no document has an example`, async () => {
        const example = await exampleOn(bare, code);
        expect(example).to.include({ code, status, detail: problemDetail(detail, params) });
      });
  }

  it('is missing in the documents for no code but those that belong to no operation', () => {
    const missing = Object.keys(catalogue).filter((code) => documented(code) === undefined);
    expect(missing).to.have.members(['malformed_request', 'method_not_allowed', 'not_implemented', 'request_timeout']);
  });

  it('names the path of the request only where it is known', async () => {
    for (const code of ['malformed_request', 'request_timeout'])
      expect(await exampleOn(served, code)).to.include({ instance: '/' });
    expect((await exampleOn(served, 'method_not_allowed'))['instance']).to.match(/^\/api\/v2\/tasks\//);
  });
});
