import type { SourceMap } from '../../../generated/v2/types.ts';
import type { ProjectFacts } from '../projects/index.ts';

/** One call of a stack trace. */
export interface StackFrame {
  /** Path or URL as the runtime writes it. */
  readonly file: string | null;
  readonly function: string | null;
  /** Package, class or Python module, if the runtime names one. */
  readonly module: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** False for the runtime, its standard library and installed packages. */
  readonly in_app: boolean;
}

/** The program whose frames are resolved. */
export interface Build {
  readonly organization_id: string;
  readonly project_id: string;
  /** Null if the report names none: its frames come back unchanged. */
  readonly release: string | null;
  /** `unit.now`, which the map was then used at. */
  readonly now: Date;
}

/** A source map with the facts of its project that the policy needs. */
export type SourceMapRow = SourceMap & ProjectFacts;

export const sourceMapColumns = [
  'id',
  'organization_id',
  'project_id',
  'release',
  'file',
  'source_count',
  'map_bytes',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof SourceMap)[];

/** A map of the release for one of the files that frames name. */
export interface FoundMap {
  readonly id: string;
  readonly file: string;
  readonly used_at: string;
}
