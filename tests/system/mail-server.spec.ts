import { once } from 'node:events';
import { expect } from 'chai';
import { SMTPServer } from 'smtp-server';
import { createAccount, type Account } from '../support/accounts.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf } from '../support/factories.ts';
import { freePort } from '../support/server-process.ts';

describe('a mail server that is away', function () {
  this.timeout(60_000);
  let app: TestApp;
  let operator: Account;
  let port: number;
  let server: SMTPServer | undefined;
  before(async () => {
    port = await freePort();
    app = await startApp({ settings: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
    operator = await createAccount(app, { is_operator: true });
  });
  after(async () => {
    await app.stop();
    server?.close();
  });

  const external = async () => bodyOf(await operator.v2.GET('/health/detailed')).external_services;
  /** How many runs of the job ended so, as /metrics tells. */
  const runsOf = async (outcome: string): Promise<number> => {
    const text = await (await checkedFetch(`${app.url}/metrics`)).text();
    return Number(
      new RegExp(`^jobs_total\\{job_name="mail.send",outcome="${outcome}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0,
    );
  };
  const tryAgain = async (): Promise<void> => {
    await app.query(
      "SELECT graphile_worker.reschedule_jobs(ARRAY(SELECT id FROM graphile_worker.jobs WHERE task_identifier = 'mail.send'), run_at := now())",
    );
  };

  it('is seen by its deliveries, from when they fail until they succeed again', async () => {
    expect(await external()).to.include({ status: 'healthy' });
    await app.v2.POST('/api/v2/auth/password-reset', { body: { email: operator.email } });
    await eventually(async () => {
      expect(await external()).to.include({
        status: 'degraded',
        message: 'the last mails could not be delivered to the mail server',
      });
    }, 10_000);
    await eventually(async () => expect(await runsOf('failed')).to.be.greaterThan(0));
    expect(await runsOf('done')).to.equal(0);
    server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] });
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    await eventually(async () => {
      await tryAgain();
      expect(await external()).to.include({ status: 'healthy', message: null });
    }, 20_000);
    await eventually(async () => expect(await runsOf('done')).to.equal(1));
  });
});
