import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';

/** The two forms that session-form.js handles. The second one follows for accounts with a second factor. */
export function sessionForms({ isHidden }: { readonly isHidden: boolean }): Markup {
  return markup`<form id="login"${isHidden ? ' hidden' : ''}>
<p><label>E-mail <input inputmode="email" name="email" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="254"></label></p>
<p><label>Password <input type="password" name="password" autocomplete="current-password" required maxlength="128"></label></p>
<p><button type="submit">Log in</button></p>
</form>
<form id="second-factor" hidden>
<p><label>Code <input name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required maxlength="11"></label></p>
<p><button type="submit">Confirm</button></p>
</form>`;
}
