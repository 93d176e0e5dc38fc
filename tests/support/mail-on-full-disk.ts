import { createMailer } from '../../src/platform/mailer.ts';
import { systemClock } from '../../src/platform/clock.ts';

// Writes a mail that exceeds the file size limit which the test sets, and prints the code of the error.

const directory = process.argv[2]!;
const mailer = createMailer({ smtpUrl: undefined, from: 'architect@example.com', directory, clock: systemClock });
try {
  await mailer.send({ to: 'ada@example.org', subject: 'Long', text: 'x'.repeat(9000) });
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code);
}
