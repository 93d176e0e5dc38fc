import { expect } from 'chai';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { rawRequest } from '../support/raw-request.ts';
import { knownDifferences, type KnownDifference } from './known-differences.ts';
import { usePrism } from './prism.ts';

// The refusals that the mock and the server share are replayed after the suite (run.ts); these requests only show where
// Prism is no measure.

describe('the mock says what the server says, but', () => {
  const app = useApp({});
  const prism = usePrism();
  let account: Account;

  before(async () => {
    account = await createAccount(app);
  });

  async function askMock({ method, path, body }: KnownDifference, headers: Record<string, string>): Promise<Response> {
    const { url } = path.startsWith('/api/v1/') ? prism.v1 : prism.v2;
    return fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body: Buffer.from(body) }) });
  }

  for (const difference of knownDifferences) {
    it(difference.name, async () => {
      const { method, path, body, header } = difference;
      const headers = Object.fromEntries(
        Object.entries(difference.headers).map(([name, value]) => [name, value.replace('{token}', account.token)]),
      );
      const server = await rawRequest({
        method,
        url: `${app.url}${path}`,
        headers,
        ...(body === undefined ? {} : { body }),
      });
      const mock = await askMock(difference, headers);
      expect([mock.status, server.status]).to.deep.equal([difference.mock, difference.server]);
      if (header === undefined) return;
      const [name, said] = header;
      expect(mock.headers.get(name)).to.equal(said);
      expect(server.headers.get(name)).to.be.a('string').that.is.not.equal(said);
    });
  }
});
