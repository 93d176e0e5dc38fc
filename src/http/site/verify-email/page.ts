import type { Assets } from '../assets.ts';
import type { Representation } from '../representation.ts';
import { renderPage } from '../layout.ts';
import { markup } from '../markup.ts';

/**
 * `/api/verify-email`: the page that the link in a registration mail opens. The token follows the #, so that the page
 * sends it.
 */
export function renderVerifyEmail(assets: Assets): Representation {
  const body = markup`<h1>Verify your address</h1>
<p class="lead" id="outcome" role="status">Confirm that the address is yours, and your account becomes active.</p>
<p><button type="button" id="verify">Activate my account</button></p>
<p id="next" hidden><a class="button" href="/api/log-in">Log in</a></p>
<form id="set-password" hidden>
<p><button type="submit">Send me a mail to set a password</button></p>
</form>
<noscript><p>Without scripts, send the token of the mail to <code>POST /api/v2/auth/email-verification</code>.</p></noscript>`;
  return renderPage(
    { title: 'Verify your address', current: '', body, scripts: ['link-token.js', 'post-json.js', 'verify-email.js'] },
    assets,
  );
}
