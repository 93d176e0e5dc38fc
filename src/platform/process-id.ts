import { newId } from './ids.ts';

/** Tells what this process has done from what others have. A new one at each start. */
export const processId = newId();
