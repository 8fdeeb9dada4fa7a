/** A line of Markdown goes in; how far it is indented comes out, column by column (CommonMark 0.31, 2.2: tabs stop at every fourth). */

const [TAB, SPACE] = [0x09, 0x20];

/** A place in a line; it moves only forwards. One cursor serves all lines in turn, because there are many. */
export class LineCursor {
  /** Offset of the next character in the Markdown. */
  at = 0;
  /** Offset of the line's end. */
  end = 0;
  /** Offset of the next character that is neither a space nor a tab; `end` if the rest is blank. */
  next = 0;
  /** Columns of white space up to `next`. */
  indent = 0;
  readonly #markdown: string;
  #column = 0;

  constructor(markdown: string) {
    this.#markdown = markdown;
  }

  get isBlank(): boolean {
    return this.next === this.end;
  }

  enter(start: number, end: number): void {
    this.at = start;
    this.end = end;
    this.#column = 0;
    this.#measure();
  }

  /** Goes `columns` forwards over white space; of a tab it may use up a part. */
  skipColumns(columns: number): void {
    let left = columns;
    while (left > 0 && this.at < this.next) {
      const width = this.#markdown.charCodeAt(this.at) === TAB ? 4 - (this.#column % 4) : 1;
      const taken = Math.min(width, left);
      this.#column += taken;
      left -= taken;
      if (taken === width) this.at += 1;
    }
    this.#measure();
  }

  /** Goes to `offset`, which must not lie before `next`. */
  moveTo(offset: number): void {
    this.#column += this.indent + offset - this.next;
    this.at = offset;
    this.#measure();
  }

  #measure(): void {
    let column = this.#column;
    let next = this.at;
    for (; next < this.end; next += 1) {
      const code = this.#markdown.charCodeAt(next);
      if (code === SPACE) column += 1;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
    }
    this.next = next;
    this.indent = column - this.#column;
  }
}
