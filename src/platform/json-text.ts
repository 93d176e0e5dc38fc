const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g;

/**
 * Finds faults that JSON.parse accepts: an object with the same name twice, of which the last would win (RFC 8259,
 * section 4), and nesting that is too deep for later code.
 * @param text valid JSON
 * @returns the fault, or undefined if there is none
 */
export function faultOfJson(text: string, depthMax: number): string | undefined {
  // The names so far of each object around the position; undefined for a list.
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

/**
 * Returns why a JSON text would take too long to parse; undefined if it would not. Much cheaper than parsing it. Does not
 * check whether the text is JSON.
 */
export function excessOfJson(
  text: string,
  { namesMax, depthMax }: { readonly namesMax: number; readonly depthMax: number },
): string | undefined {
  // A name, its colon and a value take at least four characters.
  if (text.length <= 4 * namesMax) return undefined;
  let names = 0;
  let depth = 0;
  for (const [part] of text.matchAll(token)) {
    if (part === '{' || part === '[') depth += 1;
    else if (part === '}' || part === ']') depth -= 1;
    else if (part === ':') names += 1;
    if (depth > depthMax) return `it is nested deeper than ${depthMax} levels`;
    if (names > namesMax) return `it has more than ${namesMax} names`;
  }
  return undefined;
}
