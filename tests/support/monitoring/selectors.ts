/** A metric that an expression of PromQL reads. */
interface Selector {
  readonly name: string;
  /** The name with its label matchers, as an expression of its own: `http_requests_total{status="500"}`. */
  readonly text: string;
  /** Label names that the matchers mention. */
  readonly labels: readonly string[];
}

const words = new Set(['and', 'or', 'unless', 'offset', 'bool', 'inf', 'nan']);
/** Lists of labels: `by (le)`, `on (instance)`, `group_left (version)`. */
const labelLists = /\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g;
const token =
  /"(?:\\.|[^"\\])*"|\[[^\]]*\]|(?<![\w.])(?<name>[a-zA-Z_:][\w:]*)(?<matchers>\s*\{[^}]*\})?(?<call>\s*\()?/g;

/**
 * Returns what an expression of PromQL selects. Reads the part of the language that rules and dashboards of this
 * repository use: a matcher's value must not contain a closing brace.
 */
export function selectorsOf(expression: string): readonly Selector[] {
  const found = [...expression.replaceAll(labelLists, ' ').matchAll(token)].flatMap(({ groups = {} }) => {
    const { name, matchers = '', call } = groups;
    if (name === undefined || call !== undefined || words.has(name)) return [];
    const labels = [...matchers.matchAll(/[{,]\s*(\w+)\s*(?:=|!)/g)].map(([, label]) => label!);
    return [{ name, text: `${name}${matchers.trim()}`, labels }];
  });
  return [...new Map(found.map((selector) => [selector.text, selector])).values()];
}
