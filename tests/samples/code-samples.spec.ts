import { expect } from 'chai';
import { compile, installPackage } from '../support/client/installed-package.ts';
import { holdSamples } from '../support/code-samples/held-samples.ts';
import { writeSamples } from '../support/code-samples/sample-files.ts';

for (const label of ['curl', 'TypeScript', 'Python']) holdSamples(label);

describe('the types of code samples', function () {
  this.timeout(120_000);

  it('TypeScript accepts all samples with strict settings', async () => {
    const project = await installPackage();
    const files = await writeSamples('TypeScript', project.folder, 'ts');
    expect(await compile(project, files, { module: 'nodenext', noEmit: true })).to.equal('');
  });
});
