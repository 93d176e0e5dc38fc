import { statementsOf } from '../../src/platform/sql-statements.ts';

const token =
  /--[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"]|"")*"|\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1/g;

/**
 * Returns the statements of a script in one spelling: lower case, one space, without comments, quotes, schema and
 * IF EXISTS, and with empty texts and bodies.
 */
export function plainStatementsOf(sql: string): string[] {
  return statementsOf(sql).map((statement) =>
    statement
      .replace(token, plainToken)
      .toLowerCase()
      .replace(/\bpublic\s*\.\s*/g, '')
      .replace(/\bif (?:not )?exists\b/g, '')
      .replace(/\b(alter table|update|delete from|truncate(?: table)?|lock(?: table)?|on)\s+only\b/g, '$1')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

function plainToken(text: string): string {
  if (text.startsWith('"')) return text.slice(1, -1);
  return /^(?:--|\/\*)/.test(text) ? ' ' : "''";
}

/** Splits the actions of ALTER TABLE at commas outside of parentheses. */
export function actionsOf(text: string): string[] {
  const actions = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ',' && depth === 0) actions.push('');
    else actions.push(`${actions.pop() ?? ''}${character}`);
  }
  return actions.map((action) => action.trim());
}
