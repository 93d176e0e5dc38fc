import type { AssetName, Assets } from './assets.ts';
import { createRepresentation } from './representation.ts';
import type { Representation } from './representation.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { navigation, startPath } from './navigation.ts';

interface Page {
  readonly title: string;
  /** The content of `<main>`. It contains the page's only `<h1>`. */
  readonly body: Markup;
  /** `text` (the default) sets a column of text; `wide` leaves the whole width to the content. */
  readonly width?: 'text' | 'wide';
  /** The path of the navigation entry that this page belongs to. */
  readonly current: string;
  readonly styles?: readonly AssetName[];
  readonly scripts?: readonly AssetName[];
}

/** Renders the frame of a page: no inline script, no inline style, nothing from other servers. */
export function renderPage(page: Page, assets: Assets): Representation {
  const styles: readonly AssetName[] = ['properties.css', ...(page.styles ?? []), 'pages.css'];
  const document = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Architect</title>
<link rel="icon" type="image/svg+xml" href="${assets.url('favicon.svg')}">
${styles.map((name) => markup`<link rel="stylesheet" href="${assets.url(name)}">\n`)}</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="bar">
<a class="bar-name" href="${startPath}"><img src="${assets.url('favicon.svg')}" alt="" width="22" height="22">Architect</a>
<nav aria-label="Pages">${[{ path: startPath, name: 'Start' }, ...navigation].map(({ path, name }) => entry(path, name, page.current))}</nav>
</header>
<main id="content" class="${page.width ?? 'text'}" tabindex="-1">
${page.body}
</main>
${(page.scripts ?? []).map((name) => markup`<script src="${assets.url(name)}" defer></script>\n`)}</body>
</html>
`;
  return createRepresentation('text/html; charset=utf-8', document.text);
}

function entry(path: string, name: string, current: string): Markup {
  return path === current
    ? markup`<a href="${path}" aria-current="page">${name}</a>`
    : markup`<a href="${path}">${name}</a>`;
}
