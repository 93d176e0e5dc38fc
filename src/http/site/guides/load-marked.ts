import { createRequire } from 'node:module';
import type * as Marked from 'marked';
import { onFirstUse } from '../../../platform/on-first-use.ts';

/** Returns the parser of Markdown. The package is loaded with the first guide, because a server may never show one. */
export const loadMarked = onFirstUse(() => createRequire(import.meta.url)('marked') as typeof Marked);
