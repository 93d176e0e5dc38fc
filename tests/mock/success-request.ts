import type { TestApp } from '../support/app.ts';
import type { DocumentedOperation } from '../support/contract/document.ts';
import { inviteElsewhere } from '../support/invitations.ts';
import { newAddress, tokenIn } from '../support/passwords.ts';
import { prepare } from '../support/preparations.ts';
import { sampleRequest, type Sample } from '../support/sample-request.ts';
import type { ExampleWorld } from './example-world.ts';

// The request of an operation that succeeds in the world of the examples.

type Ids = Readonly<Record<string, string>>;

/** How `successes` names an operation. */
export const keyOf = ({ version, id }: DocumentedOperation): string => `${version} ${id}`;

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
  if (operation.id === 'acceptInvitation' || operation.id === 'previewInvitation')
    return { token: (await inviteElsewhere(app, { email })).token };
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
export function idsAbout(ids: Ids, about: Ids): Ids {
  return { ...ids, ...Object.fromEntries(Object.entries(about).map(([name, other]) => [name, ids[other]!])) };
}

/** The operation's own example, about what is in this world. */
export async function requestFor(
  app: TestApp,
  operation: DocumentedOperation,
  { world, about }: { readonly world: ExampleWorld; readonly about: Ids },
): Promise<Sample> {
  const sample = sampleRequest(operation, idsAbout(world.ids, about));
  const own = await relocateAccount(app, operation, world);
  if (sample.body === undefined || !sample.headers['content-type']?.endsWith('json')) return sample;
  let body = { ...(JSON.parse(sample.body) as object), ...own };
  // Unique on the whole server.
  if ('slug' in body) body = { ...body, slug: `meridian-${world.ids['user_id']!.slice(-12)}` };
  return { ...sample, body: JSON.stringify(body) };
}
