import { compareDocuments } from '../../../../src/documents/compare/compare.ts';
import type { Change } from '../../../../src/documents/compare/change.ts';
import { bundles, sites, type Site, today } from './bundle.ts';
import { draftOf, type Draft } from './edit.ts';

/** A kind of change, the places where it is made, and the function that makes it. */
export interface Planting {
  /** The title of its test. */
  readonly name: string;
  /** The kind that the comparison must report. */
  readonly kind: string;
  /** Returns the pointers within one operation where the change can be made. */
  readonly spots: (site: Site) => readonly string[];
  /** Adds to both documents what the change removes. */
  readonly prepare?: (released: Draft, pointer: string) => void;
  /** Changes the current document. Returns the pointer of the expected finding; undefined for the spot itself. */
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- most findings have the pointer of the spot
  readonly change: (current: Draft, pointer: string) => string | void;
}

interface Planted {
  readonly site: Site;
  readonly pointer: string;
  readonly changes: readonly Change[];
}

/** The number of operations that each kind changes, spread over both documents. */
const operationsMax = 6;

/** Makes the change in several operations of the real bundles, one at a time, and compares the documents. */
export function plant({ spots, prepare, change }: Planting): Planted[] {
  const possible = sites.flatMap((site) => {
    const found = spots(site);
    // Not always the first spot: the spots of an operation differ as much as the operations.
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
