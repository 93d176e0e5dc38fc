import { readFileSync } from 'node:fs';
import { onFirstUse } from '../../platform/on-first-use.ts';
import { AppError } from '../../problems/app-error.ts';
import { adaptRedoc } from './documentation/adapt-redoc.ts';
import { createRepresentation, send } from './representation.ts';
import type { Representation } from './representation.ts';
import type { SurfaceRouter } from './router.ts';

/** The URL contains the hash of the content, so the content of one URL never changes. */
const assetCaching = 'public, max-age=31536000, immutable';

export const assetPrefix = '/api/assets/';

const types = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
} as const;

/** All files that pages load. A request selects an entry of this table, so no path from outside reaches the disk. */
const files = {
  'properties.css': new URL('./properties.css', import.meta.url),
  'pages.css': new URL('./pages.css', import.meta.url),
  'landing.css': new URL('./landing/landing.css', import.meta.url),
  'upgrade-guide.css': new URL('./upgrade-guide/upgrade-guide.css', import.meta.url),
  'changelog.css': new URL('./changelog/changelog.css', import.meta.url),
  'guides.css': new URL('./guides/guides.css', import.meta.url),
  'problems.css': new URL('./problems/problems.css', import.meta.url),
  'redoc.css': new URL('./documentation/redoc.css', import.meta.url),
  'docs.css': new URL('./documentation/docs.css', import.meta.url),
  'fragment.js': new URL('./documentation/fragment.js', import.meta.url),
  'docs-plugins.js': new URL('./documentation/docs-plugins.js', import.meta.url),
  'docs.js': new URL('./documentation/docs.js', import.meta.url),
  'link-token.js': new URL('./link-token.js', import.meta.url),
  'post-json.js': new URL('./post-json.js', import.meta.url),
  'session-form.js': new URL('./log-in/session-form.js', import.meta.url),
  'log-in.js': new URL('./log-in/log-in.js', import.meta.url),
  'accept-invitation.js': new URL('./accept-invitation/accept-invitation.js', import.meta.url),
  'status.css': new URL('./status/status.css', import.meta.url),
  'status.js': new URL('./status/status.js', import.meta.url),
  'verify-email.js': new URL('./verify-email/verify-email.js', import.meta.url),
  'reset-password.js': new URL('./reset-password/reset-password.js', import.meta.url),
  'redoc.js': new URL('./documentation/redoc.js', import.meta.url),
  'favicon.svg': new URL('./favicon.svg', import.meta.url),
  'swagger-ui.css': new URL(import.meta.resolve('swagger-ui-dist/swagger-ui.css')),
  'swagger-ui-bundle.js': new URL(import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js')),
  'redoc.standalone.js': new URL(import.meta.resolve('redoc/bundles/redoc.standalone.js')),
} as const;

export type AssetName = keyof typeof files;

export interface Assets {
  /**
   * Returns the path from which a page loads the asset.
   * @throws Error for an unknown name
   */
  url(name: AssetName): string;
  /** Returns the asset at a path, or undefined. */
  at(path: string): Representation | undefined;
  get(name: AssetName): Representation;
}

/** The files that pages load, and the icon that browsers request without a link. */
export function addAssets(router: SurfaceRouter, assets: Assets): void {
  router.get(`${assetPrefix}:hash/:name`, async (context) => {
    const asset = assets.at(context.path);
    if (asset === undefined) throw new AppError('not_found', 404);
    await send(context, asset, assetCaching);
  });
  router.get('/favicon.ico', (context) => send(context, assets.get('favicon.svg'), 'public, max-age=86400'));
}

/** Each file is read once, when it or a page that loads it is first requested. */
export function createAssets(): Assets {
  const byName = new Map<string, () => Representation>(
    assetNames().map((name) => [name, onFirstUse(() => readAsset(name))]),
  );
  const get = (name: AssetName): Representation => {
    const asset = byName.get(name);
    if (asset === undefined) throw new Error(`There is no asset ${name}`);
    return asset();
  };
  const url = (name: AssetName): string => pathOf(get(name), name);
  const at = (path: string): Representation | undefined => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const asset = byName.get(name)?.();
    return asset !== undefined && path === pathOf(asset, name) ? asset : undefined;
  };
  return { url, get, at };
}

function pathOf({ hash }: Representation, name: string): string {
  return `${assetPrefix}${hash}/${name}`;
}

function assetNames(): readonly AssetName[] {
  return Object.keys(files).filter((name): name is AssetName => name in files);
}

function readAsset(name: AssetName): Representation {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const type = extension === 'css' ? types.css : extension === 'svg' ? types.svg : types.js;
  const content = readFileSync(files[name]);
  return createRepresentation(type, name === 'redoc.standalone.js' ? adaptRedoc(content.toString()) : content);
}
