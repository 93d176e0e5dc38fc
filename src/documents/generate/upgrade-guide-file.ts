import { upgradeGuideOf, type UpgradeStep } from '../upgrade-guide.ts';
import type { Document } from './document.ts';
import { notice } from './output.ts';

/** Returns UPGRADE_GUIDE.md: how to move from v1 to v2, operation by operation. */
export function upgradeGuideFile(documents: { readonly v1: Document; readonly v2: Document }): string {
  const { sunsets, everywhere, tags } = upgradeGuideOf({ ...documents.v1 }, { ...documents.v2 });
  return [
    `<!-- ${notice} -->\n\n# From v1 to v2\n\n`,
    `The operations of v1 end on ${sunsets.join(', ')}. After that they return 410 and name their successor. `,
    'This guide is generated from `x-successor` and the differences between the two documents. A running server shows it at ',
    '`/api/upgrade-guide`; `listDeprecations` (`GET /api/v2/deprecations`) lists the operations of v1 that your keys and sessions still use.\n\n',
    `## Everywhere\n\n${everywhere.map((item) => `- ${item}\n`).join('')}`,
    ...tags.flatMap(({ name, steps }) => [`\n## ${name}\n`, ...steps.map(stepText)]),
  ].join('');
}

function stepText({ id, from, to, successor, changes }: UpgradeStep): string {
  const head = `\n### ${id}\n\n\`${from}\` becomes \`${to}\`${id === successor ? '' : ` (\`${successor}\`)`}.\n`;
  if (changes.length === 0) return `${head}\nNothing else changes.\n`;
  return (
    head + changes.map(({ title, items }) => `\n${title}:\n\n${items.map((item) => `- ${item}\n`).join('')}`).join('')
  );
}
