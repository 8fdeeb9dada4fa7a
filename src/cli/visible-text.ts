/** From any text to text that is safe to print: what a terminal would obey, or not show at all, is spelled out. */

/** Line feed is left out: what may hold several lines decides for itself. */
const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|(?![\u200C\u200D])\p{Cf}/gu;

/** `text` with control, direction and other invisible characters spelled out (`␛`, `<U+202E>`); line feeds stay. */
export function visibleText(text: string): string {
  return text.replace(UNPRINTABLE, spellOut);
}

/** The same for text that must stay on one line. */
export function visibleLine(text: string): string {
  return visibleText(text).replaceAll('\n', '␊');
}

function spellOut(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  // Unicode has pictures for the controls of ASCII only (U+2400 to U+2421).
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
