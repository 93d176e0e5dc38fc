import type { StackFrame } from './failure.types.ts';

// What a frame is called in a fingerprint: the same for every release, machine and compilation of the same function.

const FRAMES_MAX = 3;

/** Folders below which sources lie. What is above the last of them depends on the machine. */
const sourceFolders = new Set([
  'src',
  'lib',
  'app',
  'dist',
  'build',
  'out',
  'public',
  'static',
  'assets',
  'site-packages',
]);

const JAVASCRIPT = /(?:\.[cm]?[jt]sx?|\.vue|\.svelte)(?:[?#].*)?$|^https?:/i;
/** Receivers that name no class: V8 writes the type of `this`. */
const plainReceivers = new Set([
  'Object',
  'Function',
  'Module',
  'Promise',
  'Array',
  'exports',
  'module',
  'global',
  'window',
  'process',
  'globalThis',
  'Timeout',
  'Immediate',
  'Window',
  'HTMLDocument',
]);
/** A folder for one release: `v42`, `1.7.0`, `20261130`, a hash. */
const RELEASE = /^(?:v?\d[\w.-]*|(?=[a-f]*\d)[0-9a-f]{7,64})$/i;
const ANONYMOUS = '<anonymous>';
/** Functions with which a program starts: they tell how it came to the failure. */
const entryPoints = new Set([
  '<module>',
  '<lambda>',
  'main',
  'module code',
  'global code',
  'eval code',
  'global',
  ANONYMOUS,
]);
/** Functions of their own in some versions of Python only. */
const COMPREHENSION = /^<(?:list|dict|set)comp>$/;

interface NamedFrame {
  readonly frame: StackFrame;
  readonly name: string;
  readonly isEntry: boolean;
}

/** Returns the keys of the innermost frames that tell failures apart; of library frames only if there are no others. */
export function keysOfFrames(frames: readonly StackFrame[]): string[] {
  return toKeys(chooseFrames(frames));
}

/** As keysOfFrames, for an overflow of the stack: the functions that call each other, wherever the stack ended. */
export function keysOfCycle(frames: readonly StackFrame[]): string[] {
  const seen = new Map<string, number>();
  const identify = (frame: StackFrame): string => `${placeless(frame)}\n${frame.function ?? ''}`;
  for (const frame of frames) seen.set(identify(frame), (seen.get(identify(frame)) ?? 0) + 1);
  const repeated = frames.filter((frame) => (seen.get(identify(frame)) ?? 0) > 2);
  return toKeys(chooseFrames(repeated)).sort();
}

function toKeys(chosen: readonly NamedFrame[]): string[] {
  const root = commonFolder(chosen);
  return chosen.map(({ frame, name }) => `${placeOf(frame, root)}\n${name}`);
}

/** Returns the innermost frame of the program itself, or of a library if there is no other. */
export function topFrame(frames: readonly StackFrame[]): StackFrame | undefined {
  return frames.find(({ in_app }) => in_app) ?? frames[0];
}

/**
 * The first three different functions. An entry point or a nameless callback counts only if it is the innermost: further
 * out it depends on who called, or on when the event loop did.
 */
function chooseFrames(frames: readonly StackFrame[]): NamedFrame[] {
  const chosen: NamedFrame[] = [];
  for (const frame of frames) {
    if (!frame.in_app || COMPREHENSION.test(frame.function ?? '')) continue;
    const named = nameFrame(frame);
    if (named.isEntry && chosen.length > 0) continue;
    const isRepeated = chosen.some(
      ({ frame: other, name }) => name === named.name && placeless(other) === placeless(frame),
    );
    if (isRepeated) continue;
    chosen.push(named);
    if (chosen.length === FRAMES_MAX) break;
  }
  return chosen;
}

const placeless = ({ module, file }: StackFrame): string => `${module ?? ''}\n${file ?? ''}`;

/** Returns the function as people call it; undefined if it has no name. */
export function readableName(frame: StackFrame): string | undefined {
  const name = isJavaScript(frame) ? javaScriptName(frame) : (frame.function ?? ANONYMOUS);
  return name === ANONYMOUS ? undefined : name;
}

function nameFrame(frame: StackFrame): NamedFrame {
  const name = isJavaScript(frame) ? javaScriptName(frame) : compiledName(frame.function ?? ANONYMOUS);
  return { frame, name, isEntry: entryPoints.has(name) };
}

function isJavaScript({ file }: StackFrame): boolean {
  return file !== null && JAVASCRIPT.test(file);
}

/** `async Foo.bar [as baz]` is `Foo.bar`; in a browser, whose bundles rename classes, `bar`. */
function javaScriptName({ function: name, file }: StackFrame): string {
  if (name === null) return ANONYMOUS;
  const plain = name.replace(/^(?:async|async\*|promise callback\*)\s*/, '').replace(/ \[as [^\]]*\]$/, '');
  if (plain.includes('<') || plain === 'anonymous' || plain === '') return ANONYMOUS;
  if (plain.startsWith('new ')) return plain;
  const dot = plain.lastIndexOf('.');
  const last = plain.slice(dot + 1);
  if (last.startsWith('_on')) return ANONYMOUS;
  const receiver = dot === -1 ? '' : plain.slice(0, dot);
  const isClass = /^[A-Z]/.test(receiver) && receiver.length > 2 && !plainReceivers.has(receiver);
  return isClass && !(file?.startsWith('http') ?? false) ? plain : last;
}

/** Without the numbers that a compiler gives to lambdas, closures and proxies. */
function compiledName(name: string): string {
  return name
    .replace(/^lambda\$(.*?)\$\d+$/, 'lambda$$$1')
    .replace(/(?:\.func\d+(?:\.\d+)*)+(?:\.gowrap\d+|\.deferwrap\d+)?$/, '.func')
    .replace(/\[\.\.\.\]/g, '')
    .replace(/\$\d+/g, '$');
}

/** Package or class; for a script its path below the sources. */
function placeOf(frame: StackFrame, root: readonly string[]): string {
  if (frame.module !== null && !isJavaScript(frame)) return compiledModule(frame.module);
  if (frame.file === null) return '';
  const segments = segmentsOf(frame.file).filter((segment) => !RELEASE.test(segment));
  const file = stableFileName(segments.at(-1) ?? '');
  const folders = segments.slice(0, -1);
  const source = folders.findLastIndex((folder) => sourceFolders.has(folder.toLowerCase()));
  const isAbsolute = /^(?:[a-z]+:)?[\\/]|^[A-Za-z]:[\\/]|^[a-z]+:\/\//.test(frame.file);
  const start = source >= 0 ? source + 1 : isAbsolute ? root.length : 0;
  return [...folders.slice(start).slice(-2), file].join('/');
}

function compiledModule(module: string): string {
  return module
    .replace(/\$\$(?:EnhancerBy|FastClassBy|SpringCGLIB|Lambda|Proxy)[^.]*$/, '')
    .replace(/\/0x[0-9a-f]+$/, '')
    .replace(/@v?\d[\w.+-]*/, '')
    .replace(/\$(?:\d+|Proxy\d+)/g, '$');
}

function segmentsOf(file: string): string[] {
  return file
    .replace(/^[a-z-]+:\/\/\/?[^/]*\//i, '/')
    .replace(/[?#].*$/, '')
    .split(/[\\/]/)
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

/** `app.3f9a1c2b.min.js` and `app-BX3k9_aQ.js` are `app`, whatever the build. */
function stableFileName(name: string): string {
  return name
    .replace(/\.(?:min\.)?(?:[cm]?[jt]sx?)$/i, '')
    .replace(/\.(?:bundle|chunk|min)$/i, '')
    .replace(/[.-](?=[\w-]*\d)[0-9a-f]{6,64}$/i, '')
    .replace(/[.-](?=\w*\d)(?=\w*[A-Z])[\w]{8,32}$/, '')
    .replace(/\.(?:bundle|chunk|min)$/i, '');
}

/** The folder that all of the paths have in common: the root of the program as far as these frames tell. */
function commonFolder(chosen: readonly NamedFrame[]): string[] {
  const paths = chosen.flatMap(({ frame }) => (frame.file === null ? [] : [segmentsOf(frame.file).slice(0, -1)]));
  const [first = [], ...others] = paths;
  const end = first.findIndex((segment, place) => others.some((path) => path[place] !== segment));
  return end === -1 ? first : first.slice(0, end);
}
