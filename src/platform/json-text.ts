const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g;

/**
 * What JSON.parse lets pass without a word: a name that an object has twice, of which the last one would win (RFC 8259,
 * section 4), and nesting that nothing behind it could walk through.
 * @param text JSON, as it was parsed
 * @returns undefined where there is neither
 */
export function faultOfJson(text: string, depthMax: number): string | undefined {
  // For each object around the place the names that it has; undefined for a list.
  const around: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [part] of text.matchAll(token)) {
    if (part === '{' || part === '[') {
      around.push(part === '{' ? new Set() : undefined);
      if (around.length > depthMax) return `it is nested deeper than ${depthMax} levels`;
    } else if (part === '}' || part === ']') around.pop();
    else if (part === ':') {
      const name = JSON.parse(last) as string;
      const names = around.at(-1);
      if (names?.has(name) === true) return `it has the name ${JSON.stringify(name.slice(0, 60))} twice`;
      names?.add(name);
    } else last = part;
  }
  return undefined;
}
