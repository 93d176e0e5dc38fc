import { compareDocuments } from '../../../../src/documents/compare/compare.ts';
import type { Change } from '../../../../src/documents/compare/change.ts';
import { bundles, sites, type Site, today } from './bundle.ts';
import { draftOf, type Draft } from './edit.ts';

/** A kind of change, and where and how it is made. */
export interface Planting {
  /** As the issue names it. */
  readonly name: string;
  /** As the comparison names it. */
  readonly kind: string;
  /** The pointers of one operation where it can be made. */
  readonly spots: (site: Site) => readonly string[];
  /** Brings into the released document what the change will take away. */
  readonly prepare?: (released: Draft, pointer: string) => void;
  /** Changes the current document, and returns where the change must be found; without a response, at the spot itself. */
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- most changes are found where they are made
  readonly change: (current: Draft, pointer: string) => string | void;
}

interface Planted {
  readonly site: Site;
  readonly pointer: string;
  readonly changes: readonly Change[];
}

/** How many operations are changed by each kind, spread over both documents. */
const operationsMax = 6;

/** Plants the change into operations of the real bundles, one at a time. */
export function plant({ spots, prepare, change }: Planting): Planted[] {
  const possible = sites.flatMap((site) => {
    const found = spots(site);
    // Not always the first: the spots of an operation are as different as the operations.
    const spot = found[Math.floor(found.length / 2)];
    return spot === undefined ? [] : [{ site, spot }];
  });
  return spread(possible).map(({ site, spot }) => {
    const [released, current] = [draftOf(bundles[site.version]), draftOf(bundles[site.version])];
    prepare?.(released, spot);
    prepare?.(current, spot);
    const pointer = change(current, spot) ?? spot;
    return { site, pointer, changes: compareDocuments(released, current, today) };
  });
}

function spread<T>(all: readonly T[]): T[] {
  const step = Math.max(1, (all.length - 1) / (operationsMax - 1));
  return Array.from({ length: Math.min(operationsMax, all.length) }, (_, index) => all[Math.round(index * step)]!);
}
