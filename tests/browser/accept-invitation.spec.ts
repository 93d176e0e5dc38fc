import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { createAccount, createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { useBrowser } from '../support/browser.ts';
import { createInvitation } from '../support/invitations.ts';
import { createAccountWithPassword, password } from '../support/passwords.ts';
import { codeOf, turnOn, wrongCodeOf } from '../support/second-factor.ts';

describe('the page behind the link in an invitation', function () {
  this.timeout(60_000);

  const app = useApp({});
  const browser = useBrowser();

  /** Invites the account and returns the link, as it leads to this server. */
  async function invite(host: Account, { email }: Account): Promise<string> {
    await createInvitation(host, { email });
    const { link = '' } = await app.mail.next(email);
    return link.replace(/^https?:\/\/[^/]+/, app.url);
  }

  async function isMember(host: Account, { user_id }: Account): Promise<boolean> {
    const params = { path: { organization_id: host.organization_id, user_id } };
    const response = await host.v2.GET('/api/v2/organizations/{organization_id}/members/{user_id}', { params });
    return response.response.status === 200;
  }

  /** A page of a browser of its own, with the account's session where one is given. */
  async function open(link: string, account?: Account): Promise<Page> {
    const context = await browser.newContext();
    if (account !== undefined) {
      const { token } = await createSession(app, account);
      await context.addCookies([{ name: 'architect_session', value: token, url: app.url, httpOnly: true }]);
    }
    const page = await context.newPage();
    await page.goto(link);
    return page;
  }

  /** What the page says before anybody accepts. */
  const offerTo = (host: Account, { email }: Account): string =>
    `${host.name} invites ${email} to the organization Meridian, as member.`;

  it('says who invites to what without a session, and reports no fault', async () => {
    const [host, invited] = [await createAccount(app, { name: 'Grace Hopper' }), await createAccount(app)];
    const link = await invite(host, invited);
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(link);
    await page.getByText(`Grace Hopper invites ${invited.email} to the organization Meridian, as member.`).waitFor();
    expect(await page.getByRole('button', { name: 'Accept the invitation' }).isVisible()).to.equal(true);
    expect(await isMember(host, invited)).to.equal(false);
    expect(faults).to.deep.equal([]);
    await page.close();
  });

  it('lets whoever is logged in join, when the button is pressed, not when it is looked at', async () => {
    const [host, invited] = [await createAccount(app), await createAccount(app)];
    const page = await open(await invite(host, invited), invited);
    expect(await isMember(host, invited)).to.equal(false);
    await page.getByText(offerTo(host, invited)).waitFor();
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByText('You are now a member. The organization is called Meridian.').waitFor();
    expect(await isMember(host, invited)).to.equal(true);
    await page.context().close();
  });

  it('lets others log in first', async () => {
    const [host, invited] = [await createAccount(app), await createAccountWithPassword(app)];
    const page = await open(await invite(host, invited));
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    const register = page.getByRole('link', { name: 'register' });
    expect(await register.getAttribute('href')).to.equal('/api/docs#/auth/registerUser');
    await page.getByLabel('E-mail').fill(invited.email);
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('The e-mail address or the password is wrong.').waitFor();
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText(offerTo(host, invited)).waitFor();
    expect(await isMember(host, invited)).to.equal(false);
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByText('You are now a member.').waitFor();
    expect(await page.getByRole('link', { name: 'Try the API' }).getAttribute('href')).to.equal('/api/docs');
    expect(await isMember(host, invited)).to.equal(true);
    await page.context().close();
  });

  it('asks for the second factor of who has one, and lets them begin again', async () => {
    const [host, invited] = [await createAccount(app), await createAccountWithPassword(app)];
    const link = await invite(host, invited);
    const { secret } = await turnOn(app, invited);
    const page = await open(link);
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    const logIn = async (): Promise<void> => {
      await page.getByLabel('E-mail').fill(invited.email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.getByText('Enter the code that your authenticator shows').waitFor();
    };
    const confirm = async (code: string): Promise<void> => {
      await page.getByLabel('Code').fill(code);
      await page.getByRole('button', { name: 'Confirm' }).click();
    };
    await logIn();
    await confirm('12345x');
    await page.getByText('Enter the six digits').waitFor();
    await confirm(wrongCodeOf(secret, app.clock.now()));
    await page.getByText('The code is wrong').waitFor();
    await app.query('DELETE FROM mfa_challenges WHERE user_id = $1', [invited.user_id]);
    await confirm(codeOf(secret, app.clock.now()));
    await page.getByText('Log in again').waitFor();
    expect(await page.getByLabel('Code').isVisible()).to.equal(false);

    await logIn();
    // As authenticators show it.
    await confirm(codeOf(secret, app.clock.now()).replace(/^.../, '$& '));
    await page.getByText(offerTo(host, invited)).waitFor();
    expect(await isMember(host, invited)).to.equal(false);
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByText('You are now a member.').waitFor();
    expect(await isMember(host, invited)).to.equal(true);
    await page.context().close();
  });

  it('says so when the invitation is for somebody else, or was used', async () => {
    const [host, invited, other] = [await createAccount(app), await createAccount(app), await createAccount(app)];
    const link = await invite(host, invited);
    const attempts = [
      [other, 'to another address', false],
      [invited, 'You are now a member.', true],
    ] as const;
    for (const [account, outcome, isMemberThen] of attempts) {
      const page = await open(link, account);
      await page.getByRole('button', { name: 'Accept the invitation' }).click();
      await page.getByText(outcome).waitFor();
      expect(await isMember(host, invited), outcome).to.equal(isMemberThen);
      expect(await isMember(host, other), outcome).to.equal(false);
      await page.context().close();
    }
    const page = await open(link, invited);
    await page.getByText('This link has been used').waitFor();
    expect(await page.getByRole('button', { name: 'Accept the invitation' }).isVisible()).to.equal(false);
    await page.context().close();
  });

  it('accepts the second of two links that are opened in the same tab', async () => {
    const [first, second, invited] = [
      await createAccount(app, { name: 'Grace Hopper' }),
      await createAccount(app, { name: 'Ada Lindqvist' }),
      await createAccount(app),
    ];
    const page = await open(await invite(first, invited), invited);
    await page.getByText(offerTo(first, invited)).waitFor();
    await page.goto(await invite(second, invited));
    await page.getByText(offerTo(second, invited)).waitFor();
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByText('You are now a member.').waitFor();
    expect([await isMember(first, invited), await isMember(second, invited)]).to.deep.equal([false, true]);
    await page.context().close();
  });

  it('accepts without the preview, where that does not arrive', async () => {
    const [host, invited] = [await createAccount(app), await createAccount(app)];
    const link = await invite(host, invited);
    const page = await open('about:blank', invited);
    // Never continued.
    await page.route('**/api/v2/invitations/preview', () => undefined);
    await page.goto(link);
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByText('You are now a member.').waitFor();
    expect(await isMember(host, invited)).to.equal(true);
    await page.context().close();
  });

  for (const fragment of ['', '#token=', '#token=half', '#token=%E0%A4%A']) {
    it(`says that a part of the link is missing: ${fragment}`, async () => {
      const page = await open(`${app.url}/api/accept-invitation${fragment}`);
      await page.getByText('A part of the link is missing').waitFor();
      expect(await page.getByRole('button', { name: 'Accept the invitation' }).isVisible()).to.equal(false);
      await page.context().close();
    });
  }

  it('keeps the link when the reader skips to the content', async () => {
    const [host, invited] = [await createAccount(app), await createAccount(app)];
    const page = await open(await invite(host, invited), invited);
    await page.getByText(offerTo(host, invited)).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**#content');
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByText('You are now a member.').waitFor();
    expect(await isMember(host, invited)).to.equal(true);
    await page.context().close();
  });

  it('offers no button where the sender may no longer invite', async () => {
    const [host, invited] = [await createAccount(app), await createAccount(app)];
    const link = await invite(host, invited);
    await app.query('UPDATE users SET deactivated_at = $2 WHERE id = $1', [host.user_id, app.clock.now()]);
    const page = await open(link);
    await page.getByText('The person who invited you no longer has the right to invite.').waitFor();
    expect(await page.getByRole('button', { name: 'Accept the invitation' }).isVisible()).to.equal(false);
    await page.context().close();
  });
});
