import { pino } from 'pino';

/** For code under test that logs. A test that checks log lines creates its own logger. */
export const silentLogger = pino({ level: 'silent' });
