import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { parseAllDocuments } from 'yaml';
import { environment } from '../sdk/tools.ts';
import { buildKustomization } from '../support/deploy/kustomize.ts';
import { kustomizations } from '../support/deploy/checks/kubernetes.ts';
import type { Resource } from '../support/deploy/resource.ts';
import { root } from '../support/deploy/tool.ts';

const run = promisify(execFile);
/** Go compiles it at the first run. */
const KUSTOMIZE = 'sigs.k8s.io/kustomize/kustomize/v5@v5.6.0';

/** Returns what kustomize builds. @throws Error with the remedy if Go is missing */
async function buildWithKustomize(folder: string): Promise<readonly Resource[]> {
  const { stdout } = await run('go', ['run', KUSTOMIZE, 'build', folder], {
    env: { ...environment(), GOTOOLCHAIN: 'auto' },
    cwd: root,
    maxBuffer: 16 * 1024 * 1024,
  }).catch((error: unknown) => {
    throw new Error('kustomize did not run: install Go 1.24 or later', { cause: error });
  });
  return parseAllDocuments(stdout).map((document) => document.toJS() as Resource);
}

function byName(resources: readonly Resource[]): Readonly<Record<string, Resource>> {
  return Object.fromEntries(resources.map((resource) => [`${resource.kind} ${resource.metadata.name}`, resource]));
}

describe('the build of kustomizations by the tests', function () {
  this.timeout(600_000);

  for (const folder of kustomizations()) {
    it(`equals that of kustomize for ${folder}`, async () => {
      expect(byName(buildKustomization(join(root, folder)))).to.deep.equal(byName(await buildWithKustomize(folder)));
    });
  }
});
