import type Router from '@koa/router';
import type { RequestState } from '../../platform/request-state.ts';

/** The router that each part of the site adds its paths to. */
export type SurfaceRouter = Router<RequestState>;
