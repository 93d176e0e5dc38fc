import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { billOfMaterials, faultsOfBill } from './bill.ts';
import { vulnerabilities } from './packages.ts';
import { end, hasTool, root, toolPath } from './program.ts';
import type { Result } from './result.ts';
import { scan, type Finding } from './semgrep.ts';

const billFolder = join(root, '.cache/sbom');

function linesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`);
}

async function checkCode(): Promise<Result> {
  const { findings, files } = await scan('code', ['src']);
  return { done: `${files} files by Semgrep`, findings: linesOf(findings) };
}

async function checkSecrets(): Promise<Result> {
  const { findings, files } = await scan('secrets', ['.']);
  return { done: `${files} files by Semgrep`, findings: linesOf(findings) };
}

async function checkWorkflows(): Promise<Result> {
  const zizmor = await end(toolPath('zizmor'), [
    '--offline',
    '--persona=pedantic',
    '--quiet',
    '--no-progress',
    '.github',
  ]);
  const findings = zizmor.code === 0 ? [] : [`zizmor:\n${zizmor.stdout}${zizmor.stderr}`];
  if (!hasTool('actionlint'))
    return { done: 'zizmor', findings, leftOut: 'actionlint is missing: install Go, then run make security-tools' };
  const actionlint = await end(toolPath('actionlint'), ['-no-color']);
  if (actionlint.code !== 0) findings.push(`actionlint:\n${actionlint.stdout}${actionlint.stderr}`);
  return { done: 'zizmor and actionlint', findings };
}

async function checkBill(): Promise<Result> {
  await mkdir(billFolder, { recursive: true });
  const findings: string[] = [];
  const counts: string[] = [];
  for (const scope of ['production', 'development'] as const) {
    const bill = await billOfMaterials(scope);
    const name = scope === 'production' ? 'architect.cdx.json' : 'architect-development.cdx.json';
    await writeFile(join(billFolder, name), `${JSON.stringify(bill, undefined, 2)}\n`);
    findings.push(...(await faultsOfBill(join(billFolder, name))).map((fault) => `${name}: ${fault}`));
    counts.push(`${bill.components.length} packages for ${scope}`);
  }
  return { done: `${counts.join(', ')}, in .cache/sbom`, findings };
}

export const checks = {
  code: checkCode,
  secrets: checkSecrets,
  workflows: checkWorkflows,
  bill: checkBill,
  packages: async () => vulnerabilities(),
} satisfies Readonly<Record<string, () => Promise<Result>>>;
