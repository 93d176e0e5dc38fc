import { containerChecks } from '../support/deploy/checks/containers.ts';
import { kubernetesChecks } from '../support/deploy/checks/kubernetes.ts';
import { monitoringChecks } from '../support/deploy/checks/monitoring.ts';
import { specChecks } from '../support/deploy/checks/specs.ts';
import { workflowChecks } from '../support/deploy/checks/workflows.ts';
import { root, type Check } from '../support/deploy/tool.ts';

// `make prod-check`: validates what an operator deploys, and prints one line per check. Every check runs, so that one
// report shows every finding.

const checks: readonly Check[] = [
  ...containerChecks,
  ...kubernetesChecks,
  ...monitoringChecks,
  ...workflowChecks,
  ...specChecks,
];

/** @returns whether the check passed */
async function report({ title, run }: Check): Promise<boolean> {
  const startedAt = performance.now();
  const lineOf = (outcome: string, text: string): string => {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5);
    return `${outcome}  ${title.padEnd(11)} ${seconds} s  ${text}`;
  };
  try {
    console.log(lineOf('passed', await run()));
    return true;
  } catch (error) {
    console.log(lineOf('FAILED', error instanceof Error ? error.message : String(error)));
    return false;
  }
}

process.chdir(root);
const outcomes: boolean[] = [];
for (const check of checks) outcomes.push(await report(check));
const passed = outcomes.filter(Boolean).length;
console.log(`\n${passed} passed, ${outcomes.length - passed} failed`);
process.exitCode = passed === outcomes.length ? 0 : 1;
