import type { Assets } from '../assets.ts';
import type { Representation } from '../representation.ts';
import { renderPage } from '../layout.ts';
import { markup } from '../markup.ts';
import { sessionForms } from './session-forms.ts';

/** `/api/log-in`: the page to which people go after they have verified an address or set a password. */
export function renderLogIn(assets: Assets): Representation {
  const body = markup`<h1>Log in</h1>
<p class="lead" id="outcome" role="status">The session is a cookie of this browser; the forms of this site use it.</p>
${sessionForms({ isHidden: false })}
<p id="next" hidden><a class="button" href="/api/docs">Try the API with this session</a></p>
<noscript><p>Without scripts, send address and password to <code>POST /api/v2/auth/login</code>.</p></noscript>`;
  return renderPage(
    { title: 'Log in', current: '', body, scripts: ['post-json.js', 'session-form.js', 'log-in.js'] },
    assets,
  );
}
