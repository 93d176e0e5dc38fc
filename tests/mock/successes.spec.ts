import { expect } from 'chai';
import { useApp } from '../support/app.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { nameOf } from '../support/every-operation.ts';
import { bearer, sampleRequest, type Sample } from '../support/sample-request.ts';
import { successes } from './corpus.ts';
import { exampleIds } from '../support/example-ids.ts';
import { createExampleWorld, userAgent } from './example-world.ts';
import { askMock, askServer, successOf } from './exchange.ts';
import { createMasking } from './masking.ts';
import { usePrism } from './prism.ts';
import { idsAbout, keyOf, requestFor } from './success-request.ts';

const exampleAda = { email: 'ada@meridian.example', ...exampleIds };

/** Returns the value of a body; a body of another kind than JSON as its text. */
function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/** Names what a request itself says, where it differs between the worlds. */
function equalWords(mock: Sample, server: Sample): [mock: string, server: string][] {
  const [ours, theirs] = [server, mock].map(({ body }) => (parse(body) ?? {}) as Record<string, unknown>);
  return ['email', 'slug'].flatMap((field) =>
    typeof ours?.[field] === 'string' && typeof theirs?.[field] === 'string'
      ? [[theirs[field], ours[field]] as [string, string]]
      : [],
  );
}

describe('the mock says what the server says: successes', () => {
  const app = useApp({});
  const prism = usePrism();

  it('no operation is missing', () => {
    expect(Object.keys(successes)).to.have.members(documentedOperations.map(keyOf));
  });

  for (const operation of documentedOperations) {
    const { status, examples } = successOf(operation);
    const { world: options, examples: byExample = {}, makes = [], about = {}, query } = successes[keyOf(operation)]!;
    // Without a body there is no example to name.
    for (const example of examples.length === 0 ? [undefined] : examples) {
      it(`${nameOf(operation)} ${status} ${example?.name ?? ''}`.trimEnd(), async () => {
        const world = await createExampleWorld(app, byExample[example?.name ?? ''] ?? options);
        const prefer = example === undefined ? `code=${status}` : `code=${status}, example=${example.name}`;
        const credentials = operation.written.security?.length === 0 ? {} : bearer(world.session);
        const filterOf = (ids: Readonly<Record<string, string>>): { readonly query?: string } =>
          query === undefined ? {} : { query: query.replace(/\{(\w+)\}/g, (_whole, name: string) => ids[name]!) };
        const accept = example?.accept ?? '*/*';
        const headers = { ...credentials, prefer, accept, 'user-agent': userAgent };
        const toMock = sampleRequest(operation, idsAbout(exampleIds, about));
        const toServer = await requestFor(app, operation, { world, about });
        const theirs = await askMock(prism[operation.version], toMock, { headers, ...filterOf(exampleAda) });
        const ours = await askServer(app, toServer, { headers, ...filterOf({ email: world.email, ...world.ids }) });
        const known = Object.keys(world.ids).filter((name) => !makes.includes(name));
        const shared = (ids: Readonly<Record<string, string>>): Record<string, string> =>
          Object.fromEntries(known.map((name) => [name, ids[name]!]));
        const words = equalWords(toMock, toServer);
        let text = JSON.stringify(ours.body ?? null);
        for (const [mock, server] of words) text = text.replaceAll(server, mock);
        const sent = parse(toMock.body);
        const maskOurs = createMasking({ ids: shared(world.ids), sent });
        const maskTheirs = createMasking({ ids: shared(exampleIds), sent });
        expect(ours.status, JSON.stringify(ours.body)).to.equal(status);
        expect({ ...ours, body: maskOurs(JSON.parse(text)) }).to.deep.equal({
          ...theirs,
          body: maskTheirs(theirs.body ?? null),
        });
      });
    }
  }
});
