// Settings of what is visible outside of an installation, some of which production requires.
import type { SettingsReader } from '../platform/settings-reader.ts';
import type { EnvironmentName } from './environment-name.ts';

const METRICS_TOKEN_LENGTH_MIN = 16;

export function readPublicUrl(reader: SettingsReader, env: EnvironmentName, port: number): string {
  const url = reader.url('PUBLIC_URL', ['https:', 'http:']);
  if (url === undefined && env === 'production' && reader.text('PUBLIC_URL') === undefined) {
    reader.refuse(
      'PUBLIC_URL',
      'is missing',
      'set it to the address that clients use, like https://architect.example.com',
    );
  }
  const mayBePlain = reader.boolean('ALLOW_PLAIN_HTTP', false);
  if (url === undefined) return `http://localhost:${port}`;
  if (env === 'production' && !/^https:/i.test(url) && !mayBePlain) {
    const remedy = 'set it to an address with https://, or ALLOW_PLAIN_HTTP=true where nobody else can listen in';
    reader.refuse('PUBLIC_URL', 'is without https, so passwords and sessions would travel in the clear', remedy);
  }
  const { origin, username, password, pathname, search, hash } = new URL(url);
  // The paths of the contract, cookies and links start at the root of the host.
  if (![username, password, search, hash].every((part) => part === '') || !/^\/+$/.test(pathname)) {
    const remedy = `set it to ${origin}, and let the proxy in front give Architect a host name of its own`;
    reader.refuse('PUBLIC_URL', 'is more than a scheme, a host and a port', remedy);
  }
  return origin;
}

export function readSmtpUrl(reader: SettingsReader, env: EnvironmentName): string | undefined {
  const url = reader.url('SMTP_URL', ['smtp:', 'smtps:'], { path: /^\/?$/, like: 'smtp://host:587' });
  const mayBeFiles = reader.boolean('MAIL_TO_FILES', false);
  if (env === 'production' && reader.text('SMTP_URL') === undefined && !mayBeFiles) {
    const remedy = 'set it to smtps://user:password@host, or MAIL_TO_FILES=true to have mail written to DATA_DIR/mail';
    reader.refuse('SMTP_URL', 'is missing, so nobody would get the mail that opens an account', remedy);
  }
  return url;
}

export function readMailFrom(reader: SettingsReader): string {
  const text = reader.text('MAIL_FROM') ?? 'Architect <architect@localhost>';
  if (!/^(?:[^<>\r\n]+ <[^<>\s]+@[^<>\s]+>|[^<>\s]+@[^<>\s]+)$/.test(text)) {
    reader.refuse('MAIL_FROM', 'is not a sender', 'set it like Architect <architect@example.com>');
  }
  return text;
}

export function readMetrics(reader: SettingsReader, env: EnvironmentName, mainPort: number) {
  const hasPort = reader.text('METRICS_PORT') !== undefined;
  const port = hasPort ? reader.integer('METRICS_PORT', { min: 0, max: 65_535, fallback: 0 }) : undefined;
  if (port !== undefined && port !== 0 && port === mainPort) {
    reader.refuse('METRICS_PORT', 'is the port of the API', 'set it to another one, or unset it and set METRICS_TOKEN');
  }
  const token = reader.text('METRICS_TOKEN');
  if (token !== undefined && (token.length < METRICS_TOKEN_LENGTH_MIN || /\s/.test(token))) {
    const problem = `is shorter than ${METRICS_TOKEN_LENGTH_MIN} characters, or has a space in it`;
    reader.refuse('METRICS_TOKEN', problem, 'set it to the output of: openssl rand -hex 24');
  }
  return Object.freeze({
    /** Their own port; undefined for none, 0 for a free one. */
    port,
    token,
    /** Whether the API's port serves them: in production only with the token. */
    isPublic: !hasPort && (token !== undefined || env !== 'production'),
  });
}

export function readCommitSetting(reader: SettingsReader): string | undefined {
  const commit = reader.text('BUILD_COMMIT');
  if (commit === undefined || /^[0-9a-f]{40}$/.test(commit)) return commit;
  reader.refuse('BUILD_COMMIT', 'is not a commit', 'set it to the output of: git rev-parse HEAD');
  return undefined;
}
