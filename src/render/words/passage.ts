/** A stretch of Markdown that is read as one: its lines without what stands in front of them, and where each came from. */

export interface Passage {
  /** `prose` holds Markdown's inline marks, `html` tags, `code` neither. */
  readonly kind: 'prose' | 'html' | 'code';
  /** Offsets in the Markdown: start and end of the first line, start and end of the second, and so on. */
  readonly lines: readonly number[];
  /** True for a paragraph that opens a list item, where a task's box may stand. */
  readonly opensItem: boolean;
  /** What the page shows instead of the lines: a number that was counted. */
  readonly shown?: string;
}

/** The text of a passage's lines, parted by line feeds. */
export function textOf(lines: readonly number[], markdown: string): string {
  if (lines.length === 2) return markdown.slice(lines[0], lines[1]);
  const parts: string[] = [];
  for (let index = 0; index < lines.length; index += 2) parts.push(markdown.slice(lines[index], lines[index + 1]));
  return parts.join('\n');
}

/** A passage's text, and where it came from. */
export class OpenPassage {
  readonly text: string;
  readonly #lines: readonly number[];
  #line = 0;
  /** What turns an offset in the text into one in the Markdown, as far as `#next`. */
  #shift: number;
  #next: number;

  constructor({ lines, shown }: Passage, markdown: string) {
    this.text = shown ?? textOf(lines, markdown);
    this.#lines = lines;
    this.#shift = lines[0] ?? 0;
    this.#next = lines.length === 2 ? Number.POSITIVE_INFINITY : this.#length() + 1;
  }

  /** The offset in the Markdown of an offset in the text. Must be asked in rising order. */
  originOf(at: number): number {
    while (at >= this.#next) {
      const start = this.#next;
      this.#line += 2;
      this.#shift = (this.#lines[this.#line] ?? 0) - start;
      this.#next = this.#line + 2 < this.#lines.length ? start + this.#length() + 1 : Number.POSITIVE_INFINITY;
    }
    return at + this.#shift;
  }

  #length(): number {
    return (this.#lines[this.#line + 1] ?? 0) - (this.#lines[this.#line] ?? 0);
  }
}
