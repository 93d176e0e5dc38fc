import { AppError } from '../../problems/app-error.ts';
import { onFirstUse } from '../../platform/on-first-use.ts';
import type { HttpMiddleware, HttpOptions } from '../options.ts';
import { declarationsOf, type Declaration } from '../site/problems/declared-problems.ts';
import { versions } from '../../platform/versions.ts';

/**
 * Checks every problem against the operation that returns it, as the engine checks all other responses. An undeclared
 * status or code is logged and counted. The problem is sent nevertheless, because an undeclared 409 tells the caller
 * more than a 500.
 */
export function watchProblems({ documents, logger, onBreach }: HttpOptions): HttpMiddleware {
  const declared = onFirstUse(() => declarationsByOperation(documents));
  return async (context, next) => {
    try {
      await next();
    } catch (error) {
      const { status, code } = error instanceof AppError ? error : { status: 500, code: 'internal_error' };
      const { operation, request_id } = context.state;
      const known = operation && declared().get(`${operation.version}.${operation.id}`);
      if (operation !== undefined && known !== undefined) {
        const isStatusKnown = known.statuses.has(String(status));
        if (!isStatusKnown || !known.codes.has(code)) {
          const { id: operation_id, version } = operation;
          logger.error(
            { request_id, operation: `${version}.${operation_id}`, status, problem: code },
            'an operation returns a problem that it does not declare',
          );
          const place = isStatusKnown
            ? ({ part: 'body', pointer: '/code' } as const)
            : ({ part: 'status', pointer: String(status) } as const);
          onBreach({ version, operation_id, status, ...place, keyword: 'undeclared' });
        }
      }
      throw error;
    }
  };
}

function declarationsByOperation(documents: HttpOptions['documents']): ReadonlyMap<string, Declaration> {
  return new Map(
    versions
      .flatMap((version) => [...declarationsOf(documents[version], version)])
      .map((declaration) => [`${declaration.operation.version}.${declaration.operation.operation_id}`, declaration]),
  );
}
