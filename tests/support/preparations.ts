import type { Account } from './accounts.ts';
import type { TestApp } from './app.ts';
import { givePassword, password } from './passwords.ts';
import { codeOf, enrol, turnOn } from './second-factor.ts';

type Owner = Pick<Account, 'user_id' | 'organization_id' | 'email'>;
type Preparation = (app: TestApp, owner: Owner) => Promise<Readonly<Record<string, string>>>;

const secondFactor: Preparation = async (app, owner) => {
  await turnOn(app, owner);
  // Marks the second factor as shown in earlier sessions too.
  await app.query('UPDATE sessions SET factor_shown_at = $2 WHERE user_id = $1', [owner.user_id, app.clock.now()]);
  return {};
};

/** By operationId: operations whose example needs more than the resources of world.ts. */
const preparations: Readonly<Record<string, Preparation>> = {
  changePassword: async (app, owner) => {
    await givePassword(app, owner);
    return {};
  },
  // A blocked task cannot be completed.
  completeTask: async (app, { organization_id }) => {
    await app.query('DELETE FROM task_dependencies WHERE organization_id = $1', [organization_id]);
    return {};
  },
  confirmTotp: async (app, owner) => ({ code: codeOf(await enrol(app, owner), app.clock.now()) }),
  removeTotp: secondFactor,
  regenerateRecoveryCodes: secondFactor,
  completeMfaLogIn: async (app, owner) => {
    await givePassword(app, owner);
    const { secret } = await turnOn(app, owner);
    const { data } = await app.v2.POST('/api/v2/auth/login', { body: { email: owner.email, password } });
    if (data?.kind !== 'mfa_challenge') throw new Error('the login did not require a second factor');
    return { challenge_token: data.challenge_token, code: codeOf(secret, app.clock.now()) };
  },
};

/**
 * Prepares the data that the example of an operation requires.
 * @returns values for fields of its body that no example can contain, such as tokens and codes
 */
export async function prepare(
  app: TestApp,
  { id }: { readonly id: string },
  owner: Owner,
): Promise<Readonly<Record<string, string>>> {
  return (await preparations[id]?.(app, owner)) ?? {};
}
