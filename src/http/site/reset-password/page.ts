import type { Assets } from '../assets.ts';
import type { Representation } from '../representation.ts';
import { renderPage } from '../layout.ts';
import { markup } from '../markup.ts';

/**
 * `/api/reset-password`: the page that the link in a reset mail opens. The token follows the #, so that the page sends
 * it.
 */
export function renderResetPassword(assets: Assets): Representation {
  const body = markup`<h1>Set a new password</h1>
<p class="lead" id="outcome" role="status">At least 12 characters; four random words are a good choice.</p>
<form id="reset">
<p><label for="password">New password</label></p>
<p><input type="password" id="password" autocomplete="new-password" minlength="12" maxlength="128" required></p>
<p><label><input type="checkbox" id="revoke"> End my API keys, too</label></p>
<p><button type="submit">Set the password</button></p>
</form>
<p id="next" hidden><a class="button" href="/api/log-in">Log in</a></p>
<noscript><p>Without scripts, send the token of the mail and the password to <code>POST /api/v2/auth/password-reset/confirmation</code>.</p></noscript>`;
  return renderPage(
    { title: 'Set a new password', current: '', body, scripts: ['link-token.js', 'post-json.js', 'reset-password.js'] },
    assets,
  );
}
