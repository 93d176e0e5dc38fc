import type Router from '@koa/router';
import type { RequestState } from '../../platform/request-state.ts';

/** What the surfaces add their paths to. */
export type SurfaceRouter = Router<RequestState>;
