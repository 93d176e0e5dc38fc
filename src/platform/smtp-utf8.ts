import type SmtpConnection from 'nodemailer/lib/smtp-connection';

type ConnectionOptions = NonNullable<ConstructorParameters<typeof SmtpConnection>[0]>;

/**
 * Returns whether mail to the address needs SMTPUTF8. Only the local part can need it, because domains are sent as
 * A-labels.
 */
export function needsSmtpUtf8(address: string): boolean {
  return !/^[\0-\x7f]*$/.test(address);
}

/**
 * Non-ASCII addresses may be sent only to servers that announce SMTPUTF8 (RFC 6531, 3.2). nodemailer does not check
 * this, so this function checks it on a separate connection.
 * @throws Error with code EENVELOPE if the server does not announce SMTPUTF8; connection errors as they are
 */
export async function assertSmtpUtf8(url: string, timeouts: ConnectionOptions): Promise<void> {
  const [{ parseConnectionUrl }, { default: SMTPConnection }] = await Promise.all([
    import('nodemailer/lib/shared'),
    import('nodemailer/lib/smtp-connection'),
  ]);
  const connection = new SMTPConnection({ ...parseConnectionUrl(url), ...timeouts });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on('error', reject);
      connection.connect((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
    // The last response is the one to EHLO.
    if (/^250[ -]SMTPUTF8\b/im.test(String(connection.lastServerResponse))) return;
    const message = 'the mail server does not accept non-ASCII addresses: it does not announce SMTPUTF8';
    throw Object.assign(new Error(message), { code: 'EENVELOPE' });
  } finally {
    connection.close();
  }
}
