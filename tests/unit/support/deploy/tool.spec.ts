import { expect } from 'chai';
import { runTool } from '../../../support/deploy/tool.ts';
import { thrownBy } from '../../../support/thrown-by.ts';

describe('the tools of make prod-check', () => {
  it('are named with the command that installs them if they are missing', async () => {
    const error = await thrownBy(runTool('no-such-program', []));
    expect(error)
      .to.be.an('error')
      .with.property('message', 'no-such-program is missing: run `make production-tools`, or install it');
  });

  it('fail with their exit code and output', async () => {
    const error = await thrownBy(runTool('node', ['--eval', 'console.log("a finding"); process.exit(3)']));
    expect(error).to.be.an('error').with.property('message').that.includes('ended with 3\na finding');
  });
});
