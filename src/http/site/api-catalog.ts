import { onFirstUse } from '../../platform/on-first-use.ts';
import type { HttpOptions, HttpSettings } from '../options.ts';
import { navigation } from './navigation.ts';
import { createRepresentation, documentCaching, send } from './representation.ts';
import type { SurfaceRouter } from './router.ts';

const catalogPath = '/.well-known/api-catalog';
const catalogType = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"';

/** `/.well-known/api-catalog`: the versions of the API as a linkset (RFC 9727, RFC 9264). */
export function addApiCatalog(router: SurfaceRouter, { settings }: Pick<HttpOptions, 'settings'>): void {
  const catalog = onFirstUse(() => createRepresentation(catalogType, JSON.stringify(linkset(settings))));
  const link = `<${settings.publicUrl}${catalogPath}>; rel="api-catalog"`;
  router.get(catalogPath, async (context) => {
    context.set('Link', link);
    await send(context, catalog(), documentCaching);
  });
}

/** Returns the Link header of the landing page (RFC 8631, RFC 9727). */
export function landingLinks({ publicUrl }: Pick<HttpSettings, 'publicUrl'>): string {
  return [
    `<${publicUrl}/api/openapi.json>; rel="service-desc"; type="application/json"`,
    `<${publicUrl}/api/openapi.yaml>; rel="service-desc"; type="application/yaml"`,
    `<${publicUrl}/api/docs>; rel="service-doc"; type="text/html"`,
    `<${publicUrl}/api/redoc>; rel="service-doc"; type="text/html"`,
    `<${publicUrl}/api/guides>; rel="service-doc"; type="text/html"`,
    `<${publicUrl}/health>; rel="status"; type="application/json"`,
    `<${publicUrl}${catalogPath}>; rel="api-catalog"`,
  ].join(', ');
}

const json = 'application/json';
const yaml = 'application/yaml';
const html = 'text/html';

/** Service documents and descriptions have the media types that they are served with. */
function linkset({ publicUrl }: Pick<HttpSettings, 'publicUrl'>) {
  const link = (path: string, type: string) => ({ href: `${publicUrl}${path}`, type });
  const versions = (['v2', 'v1'] as const).map((version) => ({
    anchor: `${publicUrl}/api/${version}`,
    'service-desc': [link(`/api/${version}/openapi.json`, json), link(`/api/${version}/openapi.yaml`, yaml)],
    'service-doc': [
      link(`/api/docs?version=${version}`, html),
      link(`/api/redoc?version=${version}`, html),
      ...pagesOf[version].map((path) => link(path, html)),
    ],
    status: [link('/health', json), link('/api/status', html)],
  }));
  return {
    linkset: [
      { anchor: `${publicUrl}${catalogPath}`, item: versions.map(({ anchor }) => ({ href: anchor })) },
      ...versions,
    ],
  };
}

/** Listed with the version that they show, or under another relation. */
const listedApart = ['/api/docs', '/api/redoc', '/api/status'];
/** The pages of the bar are about the current version. */
const pagesOf = {
  v2: navigation.map(({ path }) => path).filter((path) => !listedApart.includes(path)),
  v1: ['/api/problems', '/api/upgrade-guide', '/api/changelog'],
} as const;
