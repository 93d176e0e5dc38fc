import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { successOf } from '../mock/exchange.ts';
import { createSession } from '../support/accounts.ts';
import { nameOfSample, sourceOf } from '../support/code-samples/sample-files.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { exampleIds } from '../support/example-ids.ts';
import { prepareServer, readDemoKey, type ServerProcess } from '../support/server-process.ts';

// Somebody who has typed `make run` copies the first example of an operation out of the reference, unchanged.

const run = promisify(execFile);

const mailed = 'needs a token that was sent by mail';
const withoutPassword = 'the people of the demo have no password, so that only the printed key opens it';
const lastOwner = 'Ada is the last owner of the demo, who cannot be deleted';
const withoutFactor = 'needs the code of an authenticator, which nobody in the demo has';

/** Operations whose example no demo can make succeed, and what the response is instead. */
const exceptions: Readonly<Record<string, { readonly status: number; readonly reason: string }>> = {
  v1_logIn: { status: 401, reason: withoutPassword },
  v2_logIn: { status: 401, reason: withoutPassword },
  v2_changePassword: { status: 409, reason: withoutPassword },
  v2_verifyEmail: { status: 409, reason: mailed },
  v2_resetPassword: { status: 409, reason: mailed },
  v2_acceptInvitation: { status: 409, reason: mailed },
  v2_previewInvitation: { status: 409, reason: mailed },
  v2_completeMfaLogIn: { status: 401, reason: withoutFactor },
  v2_confirmTotp: { status: 409, reason: withoutFactor },
  v2_removeTotp: { status: 409, reason: withoutFactor },
  v2_regenerateRecoveryCodes: { status: 409, reason: withoutFactor },
  v1_deleteUser: { status: 409, reason: lastOwner },
  v2_deleteUser: { status: 409, reason: lastOwner },
  v2_deleteMe: { status: 409, reason: lastOwner },
  v2_getAuditEntry: { status: 404, reason: 'entries of the audit log get their ids from the log' },
  v2_cancelImport: { status: 409, reason: 'the import of the demo has ended' },
};

/** Removes what examples of other operations need, so it has a demo of its own. */
const alone = ['v2_deleteOrganization', 'v2_revokeSession', 'v2_revokeMySession'];

/** From what others need to what they do not: resources come after those that they belong to. */
function inOrder(operations: readonly DocumentedOperation[]): DocumentedOperation[] {
  const isDeletion = ({ method }: DocumentedOperation) => method === 'DELETE';
  const makers = operations.filter((one) => !isDeletion(one));
  return [
    ...makers.filter(({ method }) => method === 'GET'),
    ...makers.filter(({ method }) => method !== 'GET'),
    ...operations.filter(isDeletion).toReversed(),
  ];
}

const shared = documentedOperations.filter((operation) => !alone.includes(nameOfSample(operation)));
const rounds = [
  ...['v2', 'v1'].map((version) => inOrder(shared.filter((operation) => operation.version === version))),
  ...documentedOperations
    .filter((operation) => alone.includes(nameOfSample(operation)))
    .map((operation) => [operation]),
];

for (const round of rounds) {
  describe('the examples of the documents in the demo', function () {
    this.timeout(60_000);
    let server: ServerProcess;
    let key: string;

    before(async () => {
      server = await prepareServer({ NODE_ENV: 'development', RATE_LIMIT_ENABLED: 'false' });
      await server.start();
      key = await readDemoKey(server);
    });
    after(() => server.remove());

    async function statusOf(operation: DocumentedOperation): Promise<number> {
      const { user_id = '', organization_id = '' } = exampleIds;
      const session = await createSession(server, { user_id, organization_id });
      const own = { ARCHITECT_URL: server.url, ARCHITECT_KEY: key, ARCHITECT_SESSION: session.token };
      const command = `${sourceOf(operation, 'curl').trimEnd()} -sS -w '\\n%{http_code}'`;
      const { stdout } = await run('bash', ['-euc', command], { env: { ...process.env, ...own } });
      return Number(stdout.slice(stdout.lastIndexOf('\n') + 1));
    }

    for (const operation of round) {
      const name = nameOfSample(operation);
      const exception = exceptions[name];
      const title = exception === undefined ? 'works' : `does not work: ${exception.reason}`;
      it(`${name.replace('_', ' ')} ${title}`, async () => {
        expect(await statusOf(operation)).to.equal(exception?.status ?? successOf(operation).status);
      });
    }
  });
}
