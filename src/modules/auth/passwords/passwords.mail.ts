import type { ApiKey } from '../../../../generated/v2/types.ts';
import { paths } from '../../../../generated/v2/paths.ts';
import { toMailName } from '../../../platform/mail-text.ts';
import type { Mail } from '../../../platform/mailer.ts';

interface Addressee {
  readonly email: string;
  readonly name: string;
}

const KEYS_SHOWN_MAX = 20;

/** Carries the link for setting a new password. The token is in the fragment (#), which no server logs. */
export function passwordResetMail(to: Addressee, publicUrl: string, token: string): Mail {
  return {
    to: to.email,
    subject: 'Reset your Architect password',
    text: [
      `Hello ${toMailName(to.name)},`,
      '',
      'We received a request to reset the password of your Architect account. If you made it, follow this link within an',
      'hour to choose a new password:',
      '',
      `  ${publicUrl}/api/reset-password#token=${token}`,
      '',
      'If you use a program, send this token and the new password to POST /api/v2/auth/password-reset/confirmation:',
      '',
      `  ${token}`,
      '',
      'If you did not make the request, ignore this mail. Your password does not change.',
      '',
    ].join('\n'),
  };
}

/**
 * Sent to the owner, because somebody else may have changed it.
 * @param keys the API keys that still work; a key that an attacker created outlives the password
 */
export function passwordChangedMail(to: Addressee, publicUrl: string, keys: readonly ApiKey[]): Mail {
  return {
    to: to.email,
    subject: 'Your Architect password was changed',
    text: [
      `Hello ${toMailName(to.name)},`,
      '',
      'The password of your Architect account was changed, and your other sessions have ended.',
      '',
      ...describeKeys(keys, publicUrl),
      'If this was you, you do not need to do anything else. If it was not, reset your password now:',
      'POST /api/v2/auth/password-reset.',
      '',
    ].join('\n'),
  };
}

function describeKeys(keys: readonly ApiKey[], publicUrl: string): readonly string[] {
  if (keys.length === 0) return ['You have no working API keys.', ''];
  const shown = keys.slice(0, KEYS_SHOWN_MAX);
  const rest = keys.length - shown.length;
  return [
    'These API keys of your account still work. Delete every key that you do not recognise:',
    '',
    ...shown.flatMap(({ id, name, hint, created_at }) => [
      `  ${toMailName(name)} (${hint}), created ${created_at}`,
      `    DELETE ${publicUrl}${paths.deleteApiKey({ api_key_id: id })}`,
    ]),
    ...(rest === 0 ? [] : [`  and ${rest} more: GET ${publicUrl}${paths.listApiKeys()}`]),
    '',
  ];
}
