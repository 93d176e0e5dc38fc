import type { IForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser';

export const ours = '^(src|generated|tests|openapi)/';
/** The shape of a unit of work, which every room may name. */
export const unit = '^src/platform/unit\\.ts$';
export const problems = '^src/problems/';
/** How a document is read: references, pointers, methods. */
export const reader = '^src/documents/reader/';

type To = IRegularForbiddenRuleType['to'];

export function forbid(name: string, from: string | readonly string[], to: To, comment: string): IForbiddenRuleType {
  return { name, severity: 'error', from: { path: from as string }, to, comment };
}

/** `from` may import, of our own files, only those that match `allowed`. */
export function only(name: string, from: string, allowed: readonly string[], comment: string): IForbiddenRuleType {
  return forbid(name, from, { path: ours, pathNot: [...allowed] }, comment);
}

/** app.ts, and the files that it is made of. */
export const composition = [
  '^src/(app|app-context|process-log|server|store|background)\\.ts$',
  '^src/modules/modules\\.ts$',
];
/** What a module offers. */
export const offer = ['^src/modules/module\\.ts$', '^src/modules/[^/]+/module\\.ts$'];
