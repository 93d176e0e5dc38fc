// Users and files choose some of the texts that commands print. These functions keep such a text from forging lines,
// from changing the colour or the writing direction of a terminal, and from giving a command to a CI server.

/** Returns a text as one line. Escapes like JSON, so that a JSON text remains one. */
export function toTerminalLine(text: string): string {
  return (
    text
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeUnits)
      // GitHub reads `::error::x` at the start of a line as a command, and `##[error]x` anywhere; Azure `##vso[…]`.
      .replace(/^(\s*):(?=:)/, (_whole, indent: string) => `${indent}${escapeUnits(':')}`)
      .replace(/(?<=#)#(?=(?:vso)?\[)/gi, escapeUnits)
  );
}

/** Returns a text of several lines, each as one line. */
export function toTerminalText(text: string): string {
  return text.split('\n').map(toTerminalLine).join('\n');
}

function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
