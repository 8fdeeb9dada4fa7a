/**
 * Characters go in one by one, from a source or from a page; the row of those that are compared comes out.
 *
 * Compared is every UTF-16 unit but these, which are mark-up in one place and text in another: white space and control
 * characters; * _ ` \ [ ] |; tildes in even number; a colon, hyphen or plus sign that stands alone; an address `{#like-this}` fixed by an author.
 * Leaving them out on both sides spares either side from guessing what was meant.
 */

/** The compared characters of one side, in order. The three arrays are of one length. */
export interface WordStream {
  /** UTF-16 units. */
  readonly codes: Uint16Array;
  /** Where each stands: an offset in the Markdown; always 0 on a page. */
  readonly origins: Uint32Array;
  /** 1 if white space or the edge of a block stands before the character, so that it begins a word. */
  readonly begins: Uint8Array;
}

export interface WordWriter {
  /** Adds one UTF-16 unit. */
  put(code: number, origin: number): void;
  /** Ends the word, as the edge of a block does. */
  part(): void;
  /** What was added. Nothing may be added afterwards. */
  finish(): WordStream;
}

const [TILDE, BRACE, END_BRACE, HASH, FROM] = [0x7e, 0x7b, 0x7d, 0x23, 0x66];
const [COLON, HYPHEN, PLUS] = [0x3a, 0x2d, 0x2b];
const LONGEST_ADDRESS = 200;
/** An address that its author fixed, or the date of a clause. `_` has been left out by then. */
const ADDRESS = /^\{(?:#[\p{L}\p{N}][\p{L}\p{N}.:~-]*|from=[0-9TtZz:.+-]+)\}$/u;

/** What an ASCII character does: 0 is compared, 1 is left out, 2 parts words. */
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (code <= 0x20 || code === 0x7f || character === '|') return 2;
  return '*_`\\[]'.includes(character) ? 1 : 0;
});

/** `capacity` is the expected number of units; more may come. */
export function createWordWriter(capacity: number): WordWriter {
  let codes = new Uint16Array(Math.max(16, capacity));
  let origins = new Uint32Array(codes.length);
  let begins = new Uint8Array(codes.length);
  let length = 0;
  let isBeginning = true;
  return {
    put(code, origin) {
      const kind = code < 128 ? CLASSES[code] : classOf(code);
      if (kind === 2) isBeginning = true;
      if (kind !== 0) return;
      if (length === codes.length) {
        codes = widened(codes, new Uint16Array(length * 2));
        origins = widened(origins, new Uint32Array(length * 2));
        begins = widened(begins, new Uint8Array(length * 2));
      }
      codes[length] = code;
      origins[length] = origin;
      begins[length] = isBeginning ? 1 : 0;
      isBeginning = false;
      length += 1;
    },
    part() {
      isBeginning = true;
    },
    finish() {
      const whole = {
        codes: codes.subarray(0, length),
        origins: origins.subarray(0, length),
        begins: begins.subarray(0, length),
      };
      // Marks that stand alone go last: what stood beside them may have gone before.
      const left = leaveOut(leaveOut(whole, TILDE, pairsOfTildes), BRACE, fixedAddress);
      return [COLON, HYPHEN, PLUS].reduce((rest, mark) => leaveOut(rest, mark, loneMark), left);
    },
  };
}

/** The words of one after the other. Where they stand is counted from the start of each. */
export function joinStreams(streams: readonly WordStream[]): WordStream {
  const length = streams.reduce((sum, { codes }) => sum + codes.length, 0);
  const [codes, origins, begins] = [new Uint16Array(length), new Uint32Array(length), new Uint8Array(length)];
  let at = 0;
  for (const stream of streams) {
    codes.set(stream.codes, at);
    origins.set(stream.origins, at);
    begins.set(stream.begins, at);
    at += stream.codes.length;
  }
  return { codes, origins, begins };
}

/** UTF-16 units as text. */
export function textOf(codes: Uint16Array): string {
  // In portions, because a call takes only so many arguments.
  let text = '';
  for (let at = 0; at < codes.length; at += 4096) text += String.fromCharCode(...codes.subarray(at, at + 4096));
  return text;
}

/** How many words hold a letter or a digit. */
export function countWords({ codes, begins }: WordStream): number {
  let count = 0;
  let isCounted = false;
  for (let at = 0; at < codes.length; at += 1) {
    if (begins[at] === 1) isCounted = false;
    if (isCounted || !isLetterOrDigit(codes[at] ?? 0)) continue;
    isCounted = true;
    count += 1;
  }
  return count;
}

function isLetterOrDigit(code: number): boolean {
  if (code >= 0x61 && code <= 0x7a) return true;
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}

/** White space as Unicode has it, and the byte order mark. */
function classOf(code: number): number {
  if (code === 0xfeff) return 1;
  const isSpace =
    code === 0xa0 ||
    code === 0x85 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000;
  return isSpace ? 2 : 0;
}

function widened<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Takes out, in place, as many units as `lengthAt` says wherever `first` stands. */
function leaveOut(stream: WordStream, first: number, lengthAt: (stream: WordStream, at: number) => number): WordStream {
  const { codes, origins, begins } = stream;
  const cuts: number[] = [];
  for (let at = codes.indexOf(first); at !== -1; at = codes.indexOf(first, at)) {
    const length = lengthAt(stream, at);
    if (length > 0) cuts.push(at, at + length);
    at += Math.max(1, length);
  }
  if (cuts.length === 0) return stream;
  let kept = cuts[0] ?? codes.length;
  for (let index = 0; index < cuts.length; index += 2) {
    const [start = 0, from = 0, to = codes.length] = cuts.slice(index, index + 3);
    // What follows a cut begins a word if what was cut did.
    if (begins.subarray(start, from).includes(1)) begins[from] = 1;
    for (const row of [codes, origins, begins]) row.copyWithin(kept, from, to);
    kept += to - from;
  }
  return { codes: codes.subarray(0, kept), origins: origins.subarray(0, kept), begins: begins.subarray(0, kept) };
}

function pairsOfTildes({ codes, begins }: WordStream, at: number): number {
  const isTilde = (index: number) => codes[index] === TILDE;
  if (isTilde(at - 1) && begins[at] === 0) return 0;
  let end = at + 1;
  while (isTilde(end) && begins[end] === 0) end += 1;
  return (end - at) % 2 === 0 ? end - at : 0;
}

function loneMark({ begins }: WordStream, at: number): number {
  return begins[at] === 1 && begins[at + 1] !== 0 ? 1 : 0;
}

function fixedAddress({ codes, begins }: WordStream, at: number): number {
  if (codes[at + 1] !== HASH && codes[at + 1] !== FROM) return 0;
  let end = at + 2;
  while (end - at < LONGEST_ADDRESS && begins[end] === 0 && codes[end] !== END_BRACE) end += 1;
  return ADDRESS.test(textOf(codes.subarray(at, end + 1))) ? end + 1 - at : 0;
}
