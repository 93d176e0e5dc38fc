import { expect } from 'chai';
import { createKeyring } from '../../../src/platform/crypto.ts';
import type { JobContext } from '../../../src/queue/job-context.ts';
import { laneNames, laneOf, lanes, tasksByLane } from '../../../src/queue/lanes.ts';
import { createMailTask, MAIL_PURPOSE, sealMail } from '../../../src/queue/mail-job.ts';

const cipher = createKeyring('a secret of this test alone, long enough').cipher(MAIL_PURPOSE);

describe('mails in the queue', () => {
  const bodies = { 'a text': { text: 'Hello' }, 'a text and a page': { text: 'Hello', html: '<p>Hello</p>' } };
  for (const [what, body] of Object.entries(bodies)) {
    it(`keep ${what} sealed until they are sent`, async () => {
      const mail = { to: 'ada@example.org', subject: 'Welcome', ...body };
      const sealed = sealMail(cipher, mail);
      expect(sealed).to.include({ to: mail.to, subject: mail.subject }).and.have.all.keys(Object.keys(mail));
      expect(JSON.stringify(sealed)).not.to.include('Hello');
      const sent: unknown[] = [];
      const send = (one: unknown) => Promise.resolve(sent.push(one));
      const context = { job: { id: '7' } } as unknown as JobContext;
      const run: Promise<unknown> = Promise.resolve(createMailTask({ send }, cipher)(sealed, context));
      await run;
      expect(sent).to.deep.equal([{ ...mail, messageId: 'job-7' }]);
    });
  }
});

describe('lanes', () => {
  it('have room for another job beside one that hangs', () => {
    for (const name of laneNames) expect(lanes[name].slots, name).to.be.at.least(2);
  });

  it('take mails apart from everything else, and what no lane names as own work', () => {
    expect(laneOf('mail.send')).to.equal('mail');
    expect(laneOf('auth.sweep')).to.equal('own');
    const task = () => Promise.resolve();
    const found = tasksByLane({ 'mail.send': task, 'auth.sweep': task, 'users.sweep': task });
    expect([...found].map(([name, tasks]) => [name, Object.keys(tasks)])).to.deep.equal([
      ['mail', ['mail.send']],
      ['own', ['auth.sweep', 'users.sweep']],
    ]);
  });

  it('name no job twice', () => {
    const named = laneNames.flatMap((name) => lanes[name].jobs);
    expect(new Set(named).size).to.equal(named.length);
  });
});
