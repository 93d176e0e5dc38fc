import { join } from 'node:path';
import { buildKustomization } from './kustomize.ts';
import { podsOf, type Resource } from './resource.ts';
import { root } from './tool.ts';

/** What kustomize builds of deploy/: by the name of the installation, its resources and their containers. */
export const clusters = Object.entries({ base: 'kubernetes', production: 'overlays/production' }).map(
  ([title, folder]) => {
    const resources = buildKustomization(join(root, 'deploy', folder));
    const pods = podsOf(resources);
    const containers = pods.flatMap((one) => one.pod.containers.map((container) => ({ ...one, container })));
    return { title, resources, pods, containers };
  },
);

/** @throws Error if there is none */
export function findResource(resources: readonly Resource[], kind: string, name: string): Resource {
  const found = resources.find((resource) => resource.kind === kind && resource.metadata.name === name);
  if (found === undefined) throw new Error(`there is no ${kind} ${name}`);
  return found;
}
