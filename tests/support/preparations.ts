import type { Account } from './accounts.ts';
import type { TestApp } from './app.ts';
import { givePassword } from './passwords.ts';

type Preparation = (app: TestApp, account: Account) => Promise<Readonly<Record<string, string>>>;

/** Operations whose own example needs more than one resource of every kind, by operationId. */
const preparations: Readonly<Record<string, Preparation>> = {
  changePassword: async (app, account) => {
    await givePassword(app, account);
    return {};
  },
};

/**
 * Makes what must be there before the example of an operation can happen.
 * @returns fields of its body that no example can know, to stand beside the ids of the world
 */
export async function prepare(
  app: TestApp,
  { id }: { readonly id: string },
  account: Account,
): Promise<Readonly<Record<string, string>>> {
  return (await preparations[id]?.(app, account)) ?? {};
}
