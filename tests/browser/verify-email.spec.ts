import { expect } from 'chai';
import { useApp } from '../support/app.ts';
import { useBrowser } from '../support/browser.ts';
import { newAddress, password } from '../support/passwords.ts';

describe('the page behind the link in the registration mail', function () {
  this.timeout(60_000);

  const app = useApp({});
  const browser = useBrowser();

  /** Registers and returns the link, as it leads to this server. */
  async function register(email: string): Promise<string> {
    await app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Ada Lindqvist', password } });
    const { link = '' } = await app.mail.next(email);
    return link.replace(/^https?:\/\/[^/]+/, app.url);
  }

  async function logIn(email: string): Promise<number> {
    return (await app.v2.POST('/api/v2/auth/login', { body: { email, password } })).response.status;
  }

  it('opens the account when its button is pressed, not when it is looked at', async () => {
    const email = newAddress();
    const link = await register(email);
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(link);
    expect(await logIn(email)).to.equal(401);
    await page.getByRole('button').click();
    await page.getByText('Your address is verified.').waitFor();
    expect(await page.getByRole('button').isVisible()).to.equal(false);
    await page.getByRole('link', { name: 'Log in' }).click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('You are logged in').waitFor();
    expect((await page.context().cookies()).map(({ name }) => name)).to.include('architect_session');
    expect(await page.getByRole('link', { name: 'Try the API' }).getAttribute('href')).to.equal('/api/docs');
    expect(faults).to.deep.equal([]);
    await page.close();
  });

  it('says so when the link was used already', async () => {
    const email = newAddress();
    const link = await register(email);
    for (const outcome of ['Your address is verified.', 'This link has been used']) {
      const page = await browser.newPage();
      await page.goto(link);
      await page.getByRole('button').click();
      await page.getByText(outcome).waitFor();
      expect(await logIn(email), outcome).to.equal(200);
      await page.close();
    }
  });

  it('opens the account of the second of two links that are opened in the same tab', async () => {
    const [first, second] = [newAddress(), newAddress()];
    const page = await browser.newPage();
    for (const email of [first, second]) {
      await page.goto(await register(email));
      await page.getByRole('button', { name: 'Activate my account' }).click();
      await page.getByText('Your address is verified.').waitFor();
      expect(await logIn(email)).to.equal(200);
    }
    await page.close();
  });

  it('keeps the link when the reader skips to the content', async () => {
    const email = newAddress();
    const page = await browser.newPage();
    await page.goto(await register(email));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**#content');
    await page.getByRole('button', { name: 'Activate my account' }).click();
    await page.getByText('Your address is verified.').waitFor();
    expect(await logIn(email)).to.equal(200);
    await page.close();
  });

  it('sets the password by the second of two links that are opened in the same tab', async () => {
    const page = await browser.newPage();
    const sent: unknown[] = [];
    await page.route('**/password-reset/confirmation', (route) => {
      sent.push((route.request().postDataJSON() as { token: string }).token);
      return route.fulfill({ status: 204 });
    });
    for (const letter of ['x', 'y']) {
      await page.goto(`${app.url}/api/reset-password#token=${letter.repeat(43)}`);
      await page.getByLabel('New password').fill(password);
      await page.getByRole('button', { name: 'Set the password' }).click();
      await page.getByText('Your password is set.').waitFor();
    }
    expect(sent).to.deep.equal(['x'.repeat(43), 'y'.repeat(43)]);
    await page.close();
  });

  it('sends a mail to set a password where the account opened without one', async () => {
    const email = newAddress();
    await register(email);
    await app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Mallory', password: 'strangers choice 1972' } });
    const { link = '' } = await app.mail.next(email);
    const page = await browser.newPage();
    await page.goto(link.replace(/^https?:\/\/[^/]+/, app.url));
    await page.getByRole('button', { name: 'Activate my account' }).click();
    await page.getByText('with different passwords').waitFor();
    await page.getByRole('button', { name: 'Send me a mail' }).click();
    await page.getByText('We have sent you a mail.').waitFor();
    let subject = '';
    while (!subject.includes('Reset')) ({ subject } = await app.mail.next(email));
    expect(subject).to.equal('Reset your Architect password');
    await page.close();
  });

  it('leads from a new password to the log-in', async () => {
    const page = await browser.newPage();
    await page.route('**/password-reset/confirmation', (route) => route.fulfill({ status: 204 }));
    await page.goto(`${app.url}/api/reset-password#token=${'x'.repeat(43)}`);
    expect(await page.getByRole('link', { name: 'Log in' }).isVisible()).to.equal(false);
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('Your password is set.').waitFor();
    expect(await page.getByRole('link', { name: 'Log in' }).getAttribute('href')).to.equal('/api/log-in');
    await page.close();
  });

  it('says before a password is typed that a part of the link to reset it is missing', async () => {
    const page = await browser.newPage();
    for (const fragment of ['', '#token=', '#token=half', '#token=%E0%A4%A']) {
      await page.goto(`${app.url}/api/reset-password${fragment}`);
      await page.getByText('A part of the link is missing').waitFor();
      expect(await page.getByLabel('New password').isVisible(), fragment).to.equal(false);
    }
    await page.goto(`${app.url}/api/reset-password#token=${'x'.repeat(43)}`);
    await page.getByLabel('New password').waitFor();
    await page.close();
  });

  it('says so when half of the link is missing', async () => {
    const page = await browser.newPage();
    await page.goto(`${app.url}/api/verify-email#token=half`);
    await page.getByRole('button').click();
    await page.getByText('Check that the whole link was opened').waitFor();
    expect(await page.getByText('Your address is verified.').isVisible()).to.equal(false);
    await page.close();
  });
});
