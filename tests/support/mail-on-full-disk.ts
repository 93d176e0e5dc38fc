import { createMailer } from '../../src/platform/mailer.ts';
import { systemClock } from '../../src/platform/clock.ts';

// Writes a mail that is larger than files may be here, and prints the code of the failure.

const directory = process.argv[2]!;
const mailer = createMailer({ smtpUrl: undefined, from: 'architect@example.com', directory, clock: systemClock });
try {
  await mailer.send({ to: 'ada@example.org', subject: 'Long', text: 'x'.repeat(9000) });
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code);
}
