import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/parse/front-matter.ts';
import { brief, EFFECTIVE, onlyEdition, parseEdition, written } from './written.ts';

const split = (text: string) => splitFrontMatter({ path: 'a.md', text, family: 'edition' });
const first = (text: string) => split(text).diagnostics[0];

describe('splitFrontMatter', () => {
  it('takes everything after the line of the closing fence as the text', () => {
    expect(split('---\ntitle: A\n---\n\n# Title\n\n---\n\nEnd').value).toEqual({
      frontMatter: '\ntitle: A',
      markdown: '\n# Title\n\n---\n\nEnd',
      lineOffset: 3,
    });
  });

  it.each(['', 'x', '\n', '\n\n\n', '  x\n', '---\n', '---\ntitle: B\n---\n', '\ufeffx'])(
    'neither loses nor adds a character of the text %j',
    (body) => {
      const text = `---\ntitle: A\n---\n${body}`;
      const { markdown = '', lineOffset = 0 } = split(text).value ?? {};
      expect(markdown).toBe(body);
      expect(text.split('\n').slice(lineOffset).join('\n')).toBe(body);
    },
  );

  it('reads a file that ends at the closing fence', () => {
    expect(split('---\ntitle: A\n---').value).toMatchObject({ markdown: '', lineOffset: 2 });
  });

  it.each(['---js', '---JavaScript', '---javascript ', '---coffee', '---constructor', '---__proto__', '---json'])(
    'refuses %j and runs nothing',
    (opening) => {
      const flag = 'frontMatterHasRun';
      const text = `${opening}\n(globalThis.${flag} = true, {title: "A"})\n---\nText.\n`;
      expect(brief(parseEdition(text).diagnostics)).toEqual(['edition-front-matter 1:1']);
      expect(Object.hasOwn(globalThis, flag)).toBe(false);
    },
  );

  it('runs nothing where JavaScript stands between two right fences', () => {
    parseEdition(written('(globalThis.frontMatterHasRun = true)'));
    expect(Object.hasOwn(globalThis, 'frontMatterHasRun')).toBe(false);
  });

  it.each([
    ['# Privacy policy\n', 'does not begin with front matter'],
    ['', 'is empty'],
    ['\n \n', 'is empty'],
    ['\n---\ntitle: A\n---\n', 'A blank line stands before'],
    [' ---\ntitle: A\n---\n', 'A space stands before'],
    ['+++\ntitle = "A"\n+++\n', 'TOML'],
    ['----\ntitle: A\n---\n', 'not three hyphens'],
    ['--- \ntitle: A\n---\n', 'not three hyphens'],
    ['—\ntitle: A\n—\n', 'not three hyphens'],
    ['---yaml\ntitle: A\n---\n', 'names a language, “yaml”'],
    ['---', 'ends after its first line'],
  ])('says of %j that it %s', (text, words) => {
    expect(first(text)?.message).toContain(words);
  });

  it('points at the fence that blank lines have pushed down', () => {
    expect(first('\n\n---\ntitle: A\n---\n')?.place).toMatchObject({ line: 3, column: 1 });
  });

  it.each([
    ['the text, if it can tell where it begins', '---\ntitle: A\n\nWe collect data.\n', '4:1'],
    ['the heading before the text', '---\ntitle: A\n\n# Privacy\n\nWe collect data.\n\n---\n\nMore.\n', '4:1'],
    ['the underlined heading of the text', '---\ntitle: A\n\nPrivacy\n---\n\nMore.\n', '4:1'],
    ['the text between two rules', '---\n\nWe collect data.\n\n---\n\nMore.\n', '3:1'],
    ['the end, if there are settings alone', '---\ntitle: A\neffective: 2026-03-01\n', '3:22'],
    ['a fence that goes on', '---\ntitle: A\n-----\nText.\n', '3:1'],
    ['a fence with a space after it', '---\ntitle: A\n--- \nText.\n', '3:1'],
  ])('reports front matter that is not closed at %s', (_, text, place) => {
    expect(brief(split(text).diagnostics)).toEqual([`edition-front-matter ${place}`]);
  });

  it.each([
    ['title:Privacy', '“title: Privacy”'],
    ['title = Privacy', '“title: Privacy”'],
    ['title:\u00a0Privacy', '“title: Privacy”'],
    ['title：Privacy', '“title: Privacy”'],
  ])('says how to write %j', (line, cure) => {
    const { diagnostics } = parseEdition(written(`${line}\n${EFFECTIVE}`));
    expect(brief(diagnostics)).toEqual(['edition-front-matter 2:1']);
    expect(diagnostics[0]?.hint).toContain(cure);
  });

  it('reports every line that lacks its space in one run', () => {
    const { diagnostics } = parseEdition(written('title:A\neffective:2026-03-01'));
    expect(brief(diagnostics)).toEqual(['edition-front-matter 2:1', 'edition-front-matter 3:1']);
  });

  it.each([
    ['blank lines', `\n${'\n'.repeat(150_000)}`],
    ['spaces', `\n${' '.repeat(150_000)}#\n`],
  ])('refuses 150 KB of %s before gray-matter can spend time on them', (_, blank) => {
    const { diagnostics } = parseEdition(written(`title: A${blank}${EFFECTIVE}`));
    expect(brief(diagnostics)).toEqual(['edition-front-matter 2:9']);
    expect(diagnostics[0]?.message).toContain('at most 1000');
  });

  it('refuses front matter of more than 65,536 characters and says so', () => {
    const { diagnostics } = parseEdition(written(`title: A\nsummary: ${'word '.repeat(14_000)}`));
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('at most 65536')]);
  });

  it.each([
    ['front matter that is not YAML', written('title: "A')],
    ['front matter that is not closed', '---\ntitle: A\n\nText.\n'],
    ['another language', '---js\n{}\n---\nText.\n'],
  ])('says the same of %s however often it is asked', (_, text) => {
    const once = parseEdition(text);
    expect(once.diagnostics).toHaveLength(1);
    expect(once.policies).toEqual([]);
    for (let time = 0; time < 3; time += 1) expect(parseEdition(text)).toEqual(once);
  });

  it('gives the same edition however often it is asked', () => {
    const text = written(`title: A\n${EFFECTIVE}`);
    expect(onlyEdition(text)).toEqual(onlyEdition(text));
  });

  it('reads a file with a byte order mark and CRLF line ends', () => {
    const [text] = onlyEdition('\ufeff---\r\ntitle: A\r\neffective: 2026-03-01\r\n---\r\nOne\r\ntwo\rthree\r\n').texts;
    expect(text).toMatchObject({ title: 'A', markdown: 'One\ntwo\nthree\n', lineOffset: 4 });
  });
});
