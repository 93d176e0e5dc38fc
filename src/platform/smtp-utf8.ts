import SMTPConnection from 'nodemailer/lib/smtp-connection';

type ConnectionOptions = NonNullable<ConstructorParameters<typeof SMTPConnection>[0]>;

/** Whether mail to the address needs SMTPUTF8: domains are sent as A-labels, so only the local part can. */
export function needsSmtpUtf8(address: string): boolean {
  return !/^[\0-\x7f]*$/.test(address);
}

/**
 * RFC 6531, 3.2: an address with letters beyond ASCII is sent only to servers that announce SMTPUTF8. nodemailer sends
 * it to all of them, and what the others make of it is unknown; so a connection of its own asks first.
 * @throws Error EENVELOPE where the server does not announce it, and what a connection that fails throws
 */
export async function assertSmtpUtf8(options: ConnectionOptions): Promise<void> {
  const connection = new SMTPConnection(options);
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on('error', reject);
      connection.connect((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
    // What the server has said last is its response to EHLO.
    if (/^250[ -]SMTPUTF8\b/im.test(String(connection.lastServerResponse))) return;
    const message = 'the mail server does not take addresses with letters beyond ASCII: it does not announce SMTPUTF8';
    throw Object.assign(new Error(message), { code: 'EENVELOPE' });
  } finally {
    connection.close();
  }
}
