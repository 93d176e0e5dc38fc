import type { Account } from '../accounts.ts';
import { checkedFetch } from '../contract/checked-fetch.ts';
import { bearer } from '../sample-request.ts';

/** Requests figures with any query and headers. The response is compared with the document. */
export function askFigures(
  app: { readonly url: string },
  account: Pick<Account, 'token'>,
  target: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return checkedFetch(
    new Request(`${app.url}/api/v2/analytics/${target}`, { headers: { ...bearer(account), ...headers } }),
  );
}

/** Returns status and code of a refusal. */
export async function refused(asked: Promise<Response>): Promise<{ readonly status: number; readonly code: unknown }> {
  const response = await asked;
  const { code } = (await response.json()) as { readonly code?: unknown };
  return { status: response.status, code };
}
