import type { IForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser';

export const ours = '^(src|generated|tests|openapi)/';
/** The type of a unit of work, which every part may import. */
export const unit = '^src/platform/unit\\.ts$';
export const problems = '^src/problems/';
/** Reads documents: references, pointers, methods. */
export const reader = '^src/documents/reader/';

type To = IRegularForbiddenRuleType['to'];

export function forbid(name: string, from: string | readonly string[], to: To, comment: string): IForbiddenRuleType {
  return { name, severity: 'error', from: { path: from as string }, to, comment };
}

/** Of our own files, `from` may import only those that match `allowed`. */
export function only(name: string, from: string, allowed: readonly string[], comment: string): IForbiddenRuleType {
  return forbid(name, from, { path: ours, pathNot: [...allowed] }, comment);
}

/** app.ts and the other files of the composition root. */
export const composition = [
  '^src/(app|app-context|caching|process-log|server|schema|rotation|store|incident-recording|background|observe|listeners|rate-limiter)\\.ts$',
  '^src/serving-processes\\.ts$',
  '^src/modules/modules\\.ts$',
];
/** The files that offer a module to the composition root. */
export const offer = ['^src/modules/module\\.ts$', '^src/modules/[^/]+/module\\.ts$'];
