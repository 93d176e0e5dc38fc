import type { Assets } from '../assets.ts';
import type { Representation } from '../representation.ts';
import { renderPage } from '../layout.ts';
import { sessionForms } from '../log-in/session-forms.ts';
import { markup } from '../markup.ts';

/**
 * `/api/accept-invitation`: the page that the link in an invitation mail opens. The token follows the #, so that the
 * page sends it.
 */
export function renderAcceptInvitation(assets: Assets): Representation {
  const body = markup`<h1>Join an organization</h1>
<p class="lead" id="outcome" role="status">Accept the invitation with the account of the address that it was sent to.</p>
${sessionForms({ isHidden: true })}
<p id="register" hidden>Without an account, <a href="/api/docs#/auth/registerUser">register</a> with the invited address first, then open this link again.</p>
<p><button type="button" id="accept">Accept the invitation</button></p>
<p id="next" hidden><a class="button" href="/api/docs">Try the API with this session</a></p>
<noscript><p>Without scripts, log in and send the token of the mail to <code>POST /api/v2/invitations/acceptance</code>.</p></noscript>`;
  return renderPage(
    {
      title: 'Join an organization',
      current: '',
      body,
      scripts: ['link-token.js', 'post-json.js', 'session-form.js', 'accept-invitation.js'],
    },
    assets,
  );
}
