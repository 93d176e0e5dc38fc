import type { Assets } from '../assets.ts';
import type { Representation } from '../representation.ts';
import { renderPage } from '../layout.ts';
import { markup } from '../markup.ts';

/**
 * `/api/accept-invitation`: the page that the link in an invitation mail opens. The token follows the #, so that the
 * page sends it.
 */
export function renderAcceptInvitation(assets: Assets): Representation {
  const body = markup`<h1>Join an organization</h1>
<p class="lead" id="outcome" role="status">Accept the invitation with the account of the address that it was sent to.</p>
<form id="login" hidden>
<p><label>E-mail <input inputmode="email" name="email" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="254"></label></p>
<p><label>Password <input type="password" name="password" autocomplete="current-password" required maxlength="128"></label></p>
<p><button type="submit">Log in and accept</button></p>
<p>Without an account, <a href="/api/docs#/auth/registerUser">register</a> with the invited address first, then open this link again.</p>
</form>
<form id="second-factor" hidden>
<p><label>Code <input name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required maxlength="11"></label></p>
<p><button type="submit">Confirm and accept</button></p>
</form>
<p><button type="button" id="accept">Accept the invitation</button></p>
<noscript><p>Without scripts, log in and send the token of the mail to <code>POST /api/v2/invitations/acceptance</code>.</p></noscript>`;
  return renderPage({ title: 'Join an organization', current: '', body, scripts: ['accept-invitation.js'] }, assets);
}
