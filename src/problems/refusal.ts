import type { AppError } from './app-error.ts';
import { problemDetail } from './problem-text.ts';

interface Described {
  readonly title: string;
  readonly detail: string;
}

/** Returns an error of one part of a request as its result shows it. The catalogue is that of `generated/problems.ts`. */
export function refusalOf<Code extends string>(error: AppError, catalogue: Readonly<Record<Code, Described>>) {
  const { status, params } = error;
  const code = error.code as Code;
  const { title, detail } = catalogue[code];
  return { type: `/api/problems/${code}`, title, status, detail: problemDetail(detail, params), code };
}
