import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import { holdSamples } from '../support/code-samples/held-samples.ts';
import { environment, install } from './tools.ts';

// Apart from the other languages, because not every machine has Go.

before('Go and its standard library', async function () {
  this.timeout(600_000);
  expect(await install('go', console.log)).to.equal(undefined);
  Object.assign(process.env, environment());
  // Compiled ahead, because codes of a second factor expire while they wait for the compiler.
  execFileSync('go', ['build', 'crypto/rand', 'fmt', 'io', 'log', 'net/http', 'os', 'strings']);
});

holdSamples('Go');
