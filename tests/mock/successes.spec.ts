import { expect } from 'chai';
import { useApp, type TestApp } from '../support/app.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { nameOf } from '../support/every-operation.ts';
import { inviteElsewhere } from '../support/invitations.ts';
import { newAddress, tokenIn } from '../support/passwords.ts';
import { prepare } from '../support/preparations.ts';
import { bearer, sampleRequest, type Sample } from '../support/sample-request.ts';
import { successes } from './corpus.ts';
import { exampleIds } from '../support/example-ids.ts';
import { createExampleWorld, userAgent, type ExampleWorld } from './example-world.ts';
import { askMock, askServer, successOf } from './exchange.ts';
import { createMasking } from './masking.ts';
import { usePrism } from './prism.ts';

type Ids = Readonly<Record<string, string>>;

const keyOf = ({ version, id }: DocumentedOperation): string => `${version} ${id}`;

/** What the examples say about Ada, said about the one of this world. */
async function relocateAccount(app: TestApp, operation: DocumentedOperation, world: ExampleWorld): Promise<object> {
  const { email } = world;
  if (operation.id === 'logIn') return { email };
  if (operation.id === 'registerUser' || operation.id === 'createUser') return { email: newAddress() };
  if (['resendVerification', 'requestPasswordReset'].includes(operation.id)) return { email };
  if (operation.id === 'resetPassword') {
    await app.v2.POST('/api/v2/auth/password-reset', { body: { email } });
    return { token: tokenIn((await app.mail.next(email)).text) };
  }
  if (operation.id === 'acceptInvitation') return { token: (await inviteElsewhere(app, { email })).token };
  if (operation.id !== 'verifyEmail') {
    const { user_id, organization_id } = world.ids;
    return prepare(app, operation, { email, user_id: user_id!, organization_id: organization_id! });
  }
  const address = newAddress();
  const body = { email: address, name: 'Ada Lindqvist', password: 'quiet harbour lantern 94' };
  await app.v2.POST('/api/v2/auth/register', { body });
  return { token: tokenIn((await app.mail.next(address)).text) };
}

/** The ids of a world, where a parameter stands for another one of them under that one's name. */
function idsAbout(ids: Ids, about: Ids): Ids {
  return { ...ids, ...Object.fromEntries(Object.entries(about).map(([name, other]) => [name, ids[other]!])) };
}

async function requestFor(
  app: TestApp,
  operation: DocumentedOperation,
  { world, about }: { readonly world: ExampleWorld; readonly about: Ids },
): Promise<Sample> {
  const sample = sampleRequest(operation, idsAbout(world.ids, about));
  const own = await relocateAccount(app, operation, world);
  if (sample.body === undefined) return sample;
  let body = { ...(JSON.parse(sample.body) as object), ...own };
  // Unique on the whole server.
  if ('slug' in body) body = { ...body, slug: `meridian-${world.ids['user_id']!.slice(-12)}` };
  return { ...sample, body: JSON.stringify(body) };
}

const exampleAda = { email: 'ada@meridian.example', ...exampleIds };

const parse = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));

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
      it(`${nameOf(operation)} ${status} ${example ?? ''}`.trimEnd(), async () => {
        const world = await createExampleWorld(app, byExample[example ?? ''] ?? options);
        const prefer = example === undefined ? `code=${status}` : `code=${status}, example=${example}`;
        const credentials = operation.written.security?.length === 0 ? {} : bearer(world.session);
        const filterOf = (ids: Readonly<Record<string, string>>): { readonly query?: string } =>
          query === undefined ? {} : { query: query.replace(/\{(\w+)\}/g, (_whole, name: string) => ids[name]!) };
        const headers = { ...credentials, prefer, 'user-agent': userAgent };
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
