/* global window, document, fetch, history, location, getComputedStyle, CSS, Redoc */
// Starts ReDoc on /api/redoc. ReDoc renders every operation of its document at once, which takes seconds. It therefore
// gets a document in which the operations of one tag are whole and the others have only their name, description and
// path: the menu and the search contain all of them. Going to an operation of another tag renders that tag instead.

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The operations of the document's paths and webhooks, each with its ids in links: ReDoc's own, and a short one. */
function sectionsOf({ paths, webhooks = {}, tags }) {
  const items = [...Object.values(paths), ...Object.values(webhooks)];
  const operations = items.flatMap((item) => methods.flatMap((method) => item[method] ?? []));
  return new Map([
    ...tags.map(({ name }) => [`tag/${name}`, { id: `tag/${name}`, tag: name, name }]),
    ...operations.flatMap(({ operationId, summary, tags: [tag] }) => {
      const section = { id: `tag/${tag}/operation/${operationId}`, tag, name: summary };
      return [section.id, `operation/${operationId}`].map((key) => [key, section]);
    }),
  ]);
}

/** Returns the document with whole operations for one tag, and the components that these refer to. */
function focusOn(whole, tag) {
  const paths = withWholeTag(whole.paths, tag);
  const webhooks = withWholeTag(whole.webhooks ?? {}, tag);
  const { securitySchemes } = whole.components;
  const components = { ...referredTo(whole, { paths, webhooks }), securitySchemes };
  return { ...whole, paths, webhooks, components };
}

function withWholeTag(items, tag) {
  const shorten = ({ operationId, summary, description, deprecated, tags }) => ({
    ...{ operationId, summary, description, deprecated, tags },
    security: [],
  });
  return mapValues(items, ({ parameters = [], ...item }) =>
    mapValues(item, (operation, method) => {
      if (!methods.includes(method)) return operation;
      if (operation.tags[0] !== tag) return shorten(operation);
      return { ...operation, parameters: [...parameters, ...(operation.parameters ?? [])] };
    }),
  );
}

function mapValues(object, map) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}

/** The components that a part of the document refers to, directly or through others. */
function referredTo(whole, part) {
  const components = {};
  const visit = (node) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref') add(value);
      else visit(value);
    }
  };
  const add = (reference) => {
    const [, , kind, name] = reference.split('/');
    components[kind] ??= {};
    if (name in components[kind]) return;
    components[kind][name] = whole.components[kind][name];
    visit(components[kind][name]);
  };
  visit(part);
  return components;
}

/** The pages' colours in the current scheme. ReDoc calculates with colours, so it gets values instead of `var()`. */
function readColours() {
  const probe = document.body.appendChild(document.createElement('span'));
  const read = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const meanings = ['success', 'warning', 'failure'].flatMap((name) => [`${name}-text`, `${name}-on-dark`]);
  const names = ['paper', 'shade', 'line', 'ink', 'soft', 'link', 'code', ...meanings];
  const colours = Object.fromEntries(names.map((name) => [name, read(name)]));
  probe.remove();
  return colours;
}

function createTheme() {
  const colours = readColours();
  const response = (meaning) => ({
    color: colours[`${meaning}-text`],
    backgroundColor: colours.shade,
    // The samples have a dark background in both schemes.
    tabTextColor: colours[`${meaning}-on-dark`],
  });
  return {
    colors: {
      primary: { main: colours.link },
      success: { main: colours['success-text'] },
      error: { main: colours['failure-text'] },
      text: { primary: colours.ink, secondary: colours.soft },
      border: { dark: colours.line, light: colours.paper },
      responses: {
        success: response('success'),
        error: response('failure'),
        redirect: response('warning'),
        info: response('warning'),
      },
    },
    schema: { linesColor: colours.line, nestedBackground: colours.shade, requireLabelColor: colours['failure-text'] },
    sidebar: { backgroundColor: colours.shade, textColor: colours.ink, activeTextColor: colours.link },
    typography: {
      fontFamily: 'system-ui, sans-serif',
      headings: { fontFamily: 'system-ui, sans-serif' },
      code: { color: colours.code, backgroundColor: colours.shade },
      links: { color: colours.link, hover: colours.link },
    },
    fab: { backgroundColor: colours.shade, color: colours.link },
  };
}

/** Adds a link to each operation of another tag. The section of an operation has its id as an attribute. */
function linkShortOperations(view, sections, tag) {
  for (const element of view.querySelectorAll('[data-section-id*="/operation/"]')) {
    const section = sections.get(element.dataset.sectionId);
    if (section === undefined || section.tag === tag) continue;
    const link = document.createElement('a');
    link.className = 'whole-operation';
    link.href = `#${section.id}`;
    link.textContent = 'Parameters, body and responses';
    link.setAttribute('aria-label', `Parameters, body and responses of ${section.name}`);
    element.append(link);
  }
}

/** The height that the page's bar covers while the reader scrolls. On phones it scrolls away. */
function coveredHeight() {
  const bar = document.querySelector('.bar');
  return getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
}

/** Scrolls to a section as ReDoc does. */
function scrollToSection(view, id) {
  if (id === '') return;
  history.replaceState(undefined, '', `#${id}`);
  view.querySelector(`[data-section-id="${CSS.escape(id)}"]`)?.scrollIntoView();
  window.scrollBy(0, 1 - coveredHeight());
}

/** The id of the section that a click or the Enter key selects: a link, an entry of the menu, or a hit of the search. */
function selectedBy({ target: element }, container) {
  const link = element.closest('.whole-operation');
  if (link !== null) return link.hash.slice(1);
  const isSearch = element.matches('[role="search"] input');
  const entry = isSearch ? container.querySelector('[data-role="search:results"] .active') : element;
  return entry?.closest('[data-item-id]')?.dataset.itemId;
}

/** Returns a function that shows the document with a tag as a whole, and scrolls to the section in the address. */
function createRenderer(target, whole, sections) {
  let view;
  return (tag) => {
    if (view !== undefined) Redoc.destroy(view);
    view = document.createElement('div');
    target.replaceChildren(view);
    const options = {
      hideHostname: true,
      // The page has its own bar at the top, which must not cover the target of a link.
      scrollYOffset: coveredHeight,
      sortRequiredPropsFirst: true,
      downloadUrls: [{ title: 'Download', url: target.dataset.document }],
      theme: createTheme(),
    };
    const [within, id] = [view, window.readFragment()];
    Redoc.init(focusOn(whole, tag), options, view, () => {
      linkShortOperations(within, sections, tag);
      // The links have moved what ReDoc scrolled to.
      scrollToSection(within, id);
    });
  };
}

/** Calls the listener after the reader has selected a section, when the address has its id. */
function onSelect(target, sections, listener) {
  const select = (event) => {
    const section = sections.get(selectedBy(event, target));
    if (section === undefined) return;
    // After ReDoc has handled the event. It may have changed the address.
    window.setTimeout(() => {
      if (location.hash !== `#${section.id}`) history.pushState(undefined, '', `#${section.id}`);
      listener();
    });
  };
  // In the capturing phase, because ReDoc stops these events.
  target.addEventListener('click', select, true);
  target.addEventListener('keydown', (event) => event.key === 'Enter' && select(event), true);
}

async function start(target) {
  const response = await fetch(target.dataset.document);
  if (!response.ok) throw new Error(`${response.url} returned ${response.status}`);
  const whole = await response.json();
  const sections = sectionsOf(whole);
  const render = createRenderer(target, whole, sections);
  let shown;

  /** Renders the tag of the section in the address, if it is not shown already. */
  function follow() {
    const section = sections.get(window.readFragment());
    if (section !== undefined && section.id !== location.hash.slice(1)) {
      history.replaceState(undefined, '', `#${section.id}`);
    }
    const wanted = section?.tag ?? shown ?? whole.tags[0].name;
    if (wanted === shown) return;
    shown = wanted;
    render(shown);
  }

  follow();
  window.addEventListener('hashchange', follow);
  window.addEventListener('popstate', follow);
  onSelect(target, sections, follow);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => render(shown));
}

window.addEventListener('DOMContentLoaded', () => {
  const target = document.getElementById('redoc');
  start(target).catch(() => {
    target.querySelector('[role="status"]').textContent =
      'The contract cannot be loaded. Reload the page to try again.';
  });
});
