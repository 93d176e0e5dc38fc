import type { ApiKey } from '../../../../generated/v2/types.ts';
import { paths } from '../../../../generated/v2/paths.ts';
import { toMailName } from '../../../platform/mail-text.ts';
import type { Mail } from '../../../platform/mailer.ts';

interface Addressee {
  readonly email: string;
  readonly name: string;
}

const KEYS_SHOWN_MAX = 20;

/** Lets the owner of an account set a new password. The token stands behind the #, which no log sees. */
export function passwordResetMail(to: Addressee, publicUrl: string, token: string): Mail {
  return {
    to: to.email,
    subject: 'Reset your Architect password',
    text: [
      `Hello ${toMailName(to.name)},`,
      '',
      'somebody asked to reset the password of your account. If it was you, follow this link within an hour to set one:',
      '',
      `  ${publicUrl}/api/reset-password#token=${token}`,
      '',
      'A program sends the token and the password to POST /api/v2/auth/password-reset/confirmation:',
      '',
      `  ${token}`,
      '',
      'If it was not you, ignore this mail: your password stays as it is.',
      '',
    ].join('\n'),
  };
}

/**
 * Sent to the owner, because somebody else may have changed it.
 * @param keys the API keys that go on working; one that a stranger made would outlive the password
 */
export function passwordChangedMail(to: Addressee, publicUrl: string, keys: readonly ApiKey[]): Mail {
  return {
    to: to.email,
    subject: 'Your Architect password was changed',
    text: [
      `Hello ${toMailName(to.name)},`,
      '',
      'your password was changed, and your other sessions have ended.',
      '',
      ...describeKeys(keys, publicUrl),
      'If it was you, you do not have to do anything. If it was not, reset your password at once:',
      'POST /api/v2/auth/password-reset.',
      '',
    ].join('\n'),
  };
}

function describeKeys(keys: readonly ApiKey[], publicUrl: string): readonly string[] {
  if (keys.length === 0) return ['No API key of yours works any longer.', ''];
  const shown = keys.slice(0, KEYS_SHOWN_MAX);
  const rest = keys.length - shown.length;
  return [
    'These API keys of yours still work. Delete each that you do not know:',
    '',
    ...shown.flatMap(({ id, name, hint, created_at }) => [
      `  ${toMailName(name)} (${hint}), created ${created_at}`,
      `    DELETE ${publicUrl}${paths.deleteApiKey({ api_key_id: id })}`,
    ]),
    ...(rest === 0 ? [] : [`  and ${rest} more: GET ${publicUrl}${paths.listApiKeys()}`]),
    '',
  ];
}
