import { pino } from 'pino';

/** For what is under test and would log; a test that looks at log lines makes its own. */
export const silentLogger = pino({ level: 'silent' });
