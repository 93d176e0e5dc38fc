import { OpenAPIRouter, type Document, type Request } from 'openapi-backend';
import { AppError } from '../../problems/app-error.ts';
import { PathTree } from './path-tree.ts';
import { acceptHeaderOf } from '../request/body.ts';
import type { Route } from './route.ts';

/** Everything that a path offers. */
interface PathTable {
  readonly routes: Map<string, Route>;
  /** The value of the header Allow. */
  allow: string;
  /** Accept-Patch and Accept-Post, if its operations take bodies. */
  accepts: Readonly<Record<string, string>>;
  /** The accepted request headers, as a list. */
  headers: string;
}

interface RouteMatch {
  readonly route: Route;
  readonly segments: readonly string[];
}

const allowOrder = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * openapi-backend's router with a path tree in place of its scan over all operations. The path is matched first, then
 * the method: an unsupported method on a known path returns 405 and never reaches another operation.
 */
export class ContractRouter extends OpenAPIRouter {
  readonly #tree = new PathTree<PathTable>();
  readonly #byId = new Map<string, Route>();

  constructor(document: Document, routes: readonly Route[]) {
    super({ definition: document, apiRoot: '/', ignoreTrailingSlashes: false });
    for (const route of routes) {
      const { id, method, path } = route.row;
      const table = this.#tree.add(path, () => ({
        routes: new Map<string, Route>(),
        allow: '',
        accepts: {},
        headers: '',
      }));
      if (table.routes.has(method) || this.#byId.has(id)) throw new Error(`The operation ${id} is in the table twice`);
      table.routes.set(method, route);
      if (method === 'GET') table.routes.set('HEAD', route);
      table.allow = allowOrder.filter((name) => name === 'OPTIONS' || table.routes.has(name)).join(', ');
      table.headers = [...new Set([...table.routes.values()].flatMap((one) => one.requestHeaders))].sort().join(', ');
      if (route.bodyRule !== undefined) {
        table.accepts = { ...table.accepts, ...acceptHeaderOf(method, route.bodyRule.supported) };
      }
      this.#byId.set(id, route);
    }
  }

  override getOperations(): Route[] {
    return [...this.#byId.values()];
  }

  override getOperation(id: string): Route | undefined {
    return this.#byId.get(id);
  }

  override matchOperation(request: Request): Route | undefined;
  override matchOperation(request: Request, strict: boolean): Route;
  override matchOperation(request: Request, strict = false): Route | undefined {
    try {
      return this.match(request.method, request.path).route;
    } catch (error) {
      if (strict) throw error;
      return undefined;
    }
  }

  /** Returns what the path offers, or undefined for an unknown path. */
  offerAt(path: string): Omit<PathTable, 'routes'> | undefined {
    return this.#tree.find(path)?.value;
  }

  /**
   * Returns the operation of a request.
   * @throws AppError `not_found`, or `method_not_allowed` with `Allow`
   */
  match(method: string, path: string): RouteMatch {
    const found = this.#tree.find(path);
    if (found === undefined) throw new AppError('not_found', 404);
    const route = found.value.routes.get(method);
    if (route !== undefined) return { route, segments: found.segments };
    const { allow } = found.value;
    throw new AppError('method_not_allowed', 405, { allow }, { headers: { allow } });
  }
}
