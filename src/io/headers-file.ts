/**
 * The text of a `_headers` file goes in, and the path of a request; the header fields that a static host adds to the
 * answer come out. The format is the one Netlify and Cloudflare Pages share; where they differ, Cloudflare's documents decide.
 */

/** A block of the file: a path pattern and its fields, in their order. */
export interface HeadersRule {
  readonly pattern: RegExp;
  readonly fields: readonly HeaderField[];
}

export interface HeaderField {
  /** Spelled as in the file; compared without regard to case (RFC 9110, section 5.1). */
  readonly name: string;
  /** Absent: the field is taken off again, written `! Name`. */
  readonly value?: string;
}

const FIELD = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:[ \t]*([\t\x20-\x7E\x80-\xFF]*)$/;
const DETACHED = /^! *([!#$%&'*+.^_`|~0-9A-Za-z-]+)$/;

/** Reads the blocks of a `_headers` file. What is neither a path, a field nor a comment is passed over, as hosts do. */
export function parseHeadersFile(text: string): readonly HeadersRule[] {
  const rules: { pattern: RegExp; fields: HeaderField[] }[] = [];
  for (const line of text.split(/\r\n?|\n/).map((raw) => raw.trim())) {
    const field = parseField(line);
    if (line.startsWith('/')) rules.push({ pattern: patternOf(line), fields: [] });
    else if (field !== undefined) rules.at(-1)?.fields.push(field);
  }
  return rules;
}

/**
 * The fields for a path that begins with `/`: of every block that matches, from top to bottom. A field given several
 * times has its values joined by commas; one that is taken off has none of those above it.
 */
export function headersFor(rules: readonly HeadersRule[], path: string): readonly Required<HeaderField>[] {
  const found = new Map<string, Required<HeaderField>>();
  for (const { name, value } of rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ fields }) => fields)) {
    const key = name.toLowerCase();
    const earlier = found.get(key);
    if (value === undefined) found.delete(key);
    else found.set(key, earlier === undefined ? { name, value } : { ...earlier, value: `${earlier.value}, ${value}` });
  }
  return [...found.values()];
}

function parseField(line: string): HeaderField | undefined {
  if (line.startsWith('#')) return undefined;
  const detached = DETACHED.exec(line)?.[1];
  if (detached !== undefined) return { name: detached };
  const [, name, value] = FIELD.exec(line) ?? [];
  return name === undefined || value === undefined ? undefined : { name, value };
}

/** `*` stands for any characters, `/` included; `:name` for one or more other than `/`. */
function patternOf(path: string): RegExp {
  const source = path
    .replace(/[\\^$+?.()|[\]{}-]/g, '\\$&')
    .replaceAll('*', '.*')
    .replace(/:[A-Za-z]\w*/g, '[^/]+');
  return new RegExp(`^${source}$`);
}
