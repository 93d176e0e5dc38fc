import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse, parseAllDocuments } from 'yaml';
import type { Labels, Resource } from './resource.ts';

// Builds a kustomization as `kubectl kustomize` does, because no package registry has a build of kustomize. It knows what
// deploy/ uses, and throws at anything else.

interface Patch {
  readonly path?: string;
  readonly patch?: string;
  readonly target?: { readonly kind: string; readonly name: string };
}

interface Kustomization {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly labels?: readonly { readonly pairs: Labels }[];
  readonly resources?: readonly string[];
  readonly components?: readonly string[];
  readonly images?: readonly { readonly name: string; readonly newName: string; readonly newTag: string }[];
  readonly patches?: readonly Patch[];
}

interface Replacement {
  readonly op: string;
  readonly path: string;
  readonly value: unknown;
}

const knownKeys = new Set([
  ...['apiVersion', 'kind', 'namespace', 'labels', 'resources', 'components', 'images', 'patches'],
]);
const clusterKinds = new Set(['Namespace']);

/** @returns the resources that the folder's kustomization.yaml stands for */
export function buildKustomization(folder: string): readonly Resource[] {
  return extend(folder, []);
}

/** Adds a kustomization's resources to those of its parent, which a component changes too. */
function extend(folder: string, parents: readonly Resource[]): readonly Resource[] {
  const kustomization = parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')) as Kustomization;
  const unknown = Object.keys(kustomization).filter((key) => !knownKeys.has(key));
  if (unknown.length > 0) throw new Error(`${folder}: this build does not know ${unknown.join(', ')}`);
  const own = (kustomization.resources ?? []).flatMap((path) => readResources(join(folder, path)));
  const added = [...parents, ...own];
  const extended = (kustomization.components ?? []).reduce<readonly Resource[]>(
    (all, path) => extend(join(folder, path), all),
    added,
  );
  const patched = (kustomization.patches ?? []).reduce<readonly Resource[]>(
    (all, patch) => applyPatch(all, patch, folder),
    extended,
  );
  return patched.map((resource) => transform(structuredClone(resource), kustomization));
}

/** Reads a file's documents, or builds a folder. */
export function readResources(path: string): readonly Resource[] {
  if (statSync(path).isDirectory()) return buildKustomization(path);
  return parseAllDocuments(readFileSync(path, 'utf8')).map((document) => {
    const [error] = [...document.errors, ...document.warnings];
    if (error !== undefined) throw new Error(`${path}: ${error.message}`);
    return document.toJS() as Resource;
  });
}

function applyPatch(resources: readonly Resource[], patch: Patch, folder: string): readonly Resource[] {
  const written: unknown = parse(patch.patch ?? readFileSync(join(folder, patch.path ?? ''), 'utf8'));
  const { kind, name } = patch.target ?? {
    kind: (written as Resource).kind,
    name: (written as Resource).metadata.name,
  };
  const isTarget = (resource: Resource): boolean => resource.kind === kind && resource.metadata.name === name;
  if (!resources.some(isTarget)) throw new Error(`${folder}: no ${kind} ${name} to patch`);
  return resources.map((resource) => {
    if (!isTarget(resource)) return resource;
    if (Array.isArray(written)) return (written as Replacement[]).reduce<Resource>(replaceValue, resource);
    return merge(resource, written) as Resource;
  });
}

/** One operation of RFC 6902. */
function replaceValue(resource: Resource, { op, path, value }: Replacement): Resource {
  if (op !== 'replace') throw new Error(`this build does not know the operation ${op}`);
  const copy = structuredClone(resource);
  const steps = path.slice(1).split('/');
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], copy) as Record<
    string,
    unknown
  >;
  if (!(last in parent)) throw new Error(`${resource.kind} ${resource.metadata.name} has no ${path} to replace`);
  parent[last] = value;
  return copy;
}

/** Merges objects; null deletes. Lists merge by rules of their own in Kubernetes, so patches must not have any. */
function merge(base: unknown, patch: unknown): unknown {
  if (Array.isArray(patch)) throw new Error('a list in a merge patch: use operations instead');
  if (!isObject(base) || !isObject(patch)) return patch;
  const merged = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(merged, key);
    else merged[key] = isDeepStrictEqual(merged[key], value) ? value : merge(merged[key], value);
  }
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function transform(resource: Resource, { labels = [], namespace, images = [] }: Kustomization): Resource {
  const { metadata } = resource;
  const pairs = Object.assign({}, ...labels.map((one) => one.pairs)) as Labels;
  if (Object.keys(pairs).length > 0) metadata.labels = { ...metadata.labels, ...pairs };
  if (namespace !== undefined && !clusterKinds.has(resource.kind)) metadata.namespace = namespace;
  for (const container of resource.spec?.template?.spec.containers ?? []) {
    const image = images.find(({ name }) => name === container.image.split(':')[0]);
    if (image !== undefined) container.image = `${image.newName}:${image.newTag}`;
  }
  return resource;
}
