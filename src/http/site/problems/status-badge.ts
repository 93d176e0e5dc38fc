import type { ProblemEntry } from '../../options.ts';
import { markup, type Markup } from '../markup.ts';

/** The status of a problem, in the colour of its class. */
export function statusBadge({ status }: Pick<ProblemEntry, 'status'>): Markup {
  return markup`<span class="status status-${String(status).slice(0, 1)}">${status}</span>`;
}
