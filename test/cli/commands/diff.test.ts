import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { runCli, startCli } from '../run.ts';
import { editionFile, siteFolder } from '../site-folder.ts';

const AS_OF = ['--as-of', '2026-11-25T12:00+03:00'];
const NEXT = 'policies/privacy/2027-01-01.md';
const FRONT = { effective: '2027-01-01', published: '2026-11-01', summary: 'More.' };
const CHANGED = { [NEXT]: editionFile(FRONT, 'We must keep your name and address for 30 days.') };

async function diff(words: readonly string[], changes: Readonly<Record<string, string>> = CHANGED) {
  return runCli(['diff', ...words, ...AS_OF], { cwd: await siteFolder(changes) });
}

test('shows what the announced edition changes, with brackets where there is no colour', async () => {
  const { code, stdout, stderr } = await diff(['privacy']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toBe(`\
privacy: 2020-02-04 → 2027-01-01 (en)
2020-02-04: In force from 4\u00A0February\u00A02020 until 31\u00A0December\u00A02026.
2027-01-01: Published on 1\u00A0November\u00A02026; applies from 1\u00A0January\u00A02027.
1 paragraph differs.

In the author’s words:
  – 2027-01-01: More.

May change what the text means:
  ! a period was added: “30 days”
  ! a duty or permission was added: “must keep your”

  Privacy policy
  We {+must +}keep your name and address{+ for 30 days+}.

`);
});

test('says what authors say, what was withdrawn and what was corrected, in all formats', async () => {
  const edition = (name: string, fee: number, more = '') =>
    `---\ntitle: Terms\neffective: 2020-01-01\nsummary: The fee is ${fee}.\n${more}---\n\n## 1. Fee\n\nGive your ${name} name. The fee is ${fee} euros.\n`;
  const at = (day: string, text: string) => ({ [`policies/terms/${day}.md`]: text.replace('2020-01-01', day) });
  const cwd = await siteFolder({
    ...at('2020-01-01', edition('corect', 10)),
    ...at('2021-01-01', edition('corect', 90, 'status: withdrawn\nwithdrawn: {on: 2021-02-01, reason: By mistake}\n')),
    ...at(
      '2022-01-01',
      edition(
        'correct',
        12,
        'change: editorial\ncorrections:\n  - {on: 2023-01-01, clause: "1", was: corect, now: correct, reason: Typing error}\n',
      ),
    ),
  });
  const printed = async (format: string) =>
    (await runCli(['diff', 'terms', '2022-01-01', '--format', format, ...AS_OF], { cwd })).stdout;
  const said = [
    '2021-01-01 was withdrawn on 2021-02-01, before 2022-01-01 takes force.',
    '2022-01-01: The fee is 12. The author calls this change editorial.',
    'in 1 an amount changed from “10 euros” to “12 euros”',
    '2022-01-01, corrected on 2023-01-01: 1 “corect” became “correct”. Typing error',
  ];
  for (const format of ['terminal', 'markdown', 'html']) {
    const text = await printed(format);
    for (const sentence of said) expect(text).toContain(sentence);
    expect(text).not.toContain('The fee is 90.');
  }
  expect(JSON.parse(await printed('json')).comparisons).toMatchObject([
    {
      older: { edition: '2020-01-01' },
      authors: [{ edition: '2022-01-01', summary: 'The fee is 12.', change: 'editorial' }],
      passedOver: [{ edition: '2021-01-01', withdrawn: '2021-02-01' }],
      corrections: [{ edition: '2022-01-01', on: '2023-01-01', clause: '1', was: 'corect', now: 'correct' }],
      substance: [{ kind: 'amount' }],
    },
  ]);
});

test('is in colour where it is wanted, without brackets', async () => {
  const cwd = await siteFolder(CHANGED);
  const { stdout } = await runCli(['diff', 'privacy', ...AS_OF], { cwd, env: { FORCE_COLOR: '1' } });
  expect(stdout).toContain('\u001B[32m\u001B[4mmust \u001B[24m\u001B[39m');
  expect(stdout).not.toMatch(/\{\+|\[-/);
});

test('gives 0 if nothing differs', async () => {
  expect(await diff(['privacy'], {})).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('The texts are the same.'),
  });
});

test('says that only links changed, and which', async () => {
  const linked = (target: string) => `We keep [your data](${target}).`;
  const { code, stdout } = await diff(['privacy'], {
    'policies/privacy/2020-02-04.md': editionFile({ effective: '2020-02-04' }, linked('https://a.example/old')),
    [NEXT]: editionFile(FRONT, linked('https://a.example/new')),
  });
  expect(code).toBe(1);
  expect(stdout).toContain('No change in wording.');
  expect(stdout).toContain(
    'The link “your data” leads to https://a.example/new; before, it led to https://a.example/old.',
  );
});

test('says in all formats when the editions apply, and what changed that no word tells of', async () => {
  const cwd = await siteFolder({
    'policies/privacy/2020-02-04.md': editionFile(
      { effective: '2020-02-04' },
      '## 1. Use\n\n1.1. A home only.\n\n### 2. End',
    ),
    [NEXT]: editionFile(FRONT, '## 1. Use\n\n1.1. A *home* only.\n\n## 2. End'),
  });
  const printed = async (format: string) =>
    (await runCli(['diff', 'privacy', '--format', format, ...AS_OF], { cwd })).stdout;
  const [terminal, markdown, html, json] = await Promise.all(['terminal', 'markdown', 'html', 'json'].map(printed));
  const form = ['Emphasis changed: “home”.', 'The level of the heading is 2; before, it was 3.'];
  const applies = ['In force from 4 February 2020 until 31 December 2026.', 'applies from 1 January 2027.'];
  for (const text of [terminal, markdown, html, json]) {
    for (const sentence of [...form, ...applies]) expect(text?.replaceAll('\u00A0', ' ')).toContain(sentence);
  }
  expect(terminal).toContain('– 1.1: Emphasis changed');
  expect(html).toContain('<h1>Privacy policy: 2020-02-04 → 2027-01-01 (en)</h1>');
});

test('takes paths as a shell completes them, on Windows too', async () => {
  for (const name of [NEXT, 'policies\\privacy\\2027-01-01.md', 'policies/privacy/']) {
    expect((await diff([name])).stdout).toMatch(/^privacy: 2020-02-04 → 2027-01-01 \(en\)\n/);
  }
});

test('tells of a title that changed, and then does not call the texts the same', async () => {
  const { code, stdout } = await diff(['privacy'], { [NEXT]: editionFile({ ...FRONT, title: 'Notice' }) });
  expect(code).toBe(1);
  expect(stdout).toContain('Title: “Privacy policy” → “Notice”.\nNo change in wording below the title.');
});

test('tells of a clause that applies from a later day, as a sentence of its own', async () => {
  const clause = (date: string) => `## 1. Fees\n\n1.1. Members may cancel. ${date}`;
  const { code, stdout } = await diff(['privacy'], {
    'policies/privacy/2020-02-04.md': editionFile({ effective: '2020-02-04' }, clause('')),
    [NEXT]: editionFile(FRONT, clause('{from=2027-06-01}')),
  });
  expect(code).toBe(1);
  expect(stdout).toContain('1.1. Members may cancel.{+ Applies from 1 June 2027.+}');
  expect(stdout).toContain('in 1.1 a passage was added: “Applies from 1 June 2027.”');
});

describe('wrong usage gives 2 and a cure:', () => {
  test.each([
    [[], 'Which policy?'],
    [['privcy'], 'Did you mean “privacy”?'],
    [['privacy', '2027-01-02'], 'Did you mean “2027-01-01”?'],
    [['privacy', '2020-02-04'], 'There is no edition of “privacy” before 2020-02-04'],
    [['privacy', '2020-02-04', '2027-01-01', '2027-01-01'], 'No more than two'],
    [['privacy', '--language', 'ru'], 'has no text in the language “ru”. It has: en.'],
    [['privacy', '--format', 'pdf'], 'Allowed choices are terminal, markdown, html, json.'],
    [['privacy', '--since', 'main'], 'is in no Git repository'],
    [['privacy', '2020-02-04', '2027-01-01', '--since', 'main'], 'only one can be named'],
  ])('%j', async (words, said) => {
    const { code, stdout, stderr } = await diff(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace(/\n/g, ' ')).toContain(said);
  });
});

test('reports the errors of an edition that cannot be read', async () => {
  const { code, stdout, stderr } = await diff(['privacy', '2027-01-01'], {
    [NEXT]: editionFile({ effective: 'soon' }),
  });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(`${NEXT}:3:`);
});

test('writes Markdown in which nothing of the text is mark-up, and nobody is called', async () => {
  const { stdout } = await diff(['privacy', '--format', 'markdown'], {
    [NEXT]: editionFile(FRONT, 'We keep \\<your\\> name and address for @acme, #12 and \\*so on\\*.'),
  });
  expect(stdout).toContain('<ins>&lt;</ins>your<ins>&gt;</ins>');
  expect(stdout).toContain('@<!-- -->acme, #<!-- -->12 and \\*so on\\*');
});

test('writes one HTML page that loads nothing', async () => {
  const { code, stdout } = await diff(['privacy', '--format', 'html']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^<!doctype html><html lang="en">/);
  expect(stdout).toContain(
    '<ins><span class="sr-only">[inserted: </span>must <span class="sr-only"> end of insertion]',
  );
  expect(stdout).not.toMatch(/\ssrc=|<link|<script|url\(/);
});

test('writes JSON', async () => {
  const { stdout } = await diff(['privacy', '--format', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    isDifferent: true,
    comparisons: [
      {
        policy: 'privacy',
        language: 'en',
        kind: 'compared',
        older: { edition: '2020-02-04', revision: null },
        newer: { edition: '2027-01-01', path: NEXT },
        sameWording: false,
        substance: [
          { kind: 'period', words: { older: '', newer: '30 days' } },
          { kind: 'modal', words: { older: '', newer: 'must keep your' } },
        ],
        blocks: [{ kind: 'changed', lines: ['We {+must +}keep your name and address{+ for 30 days+}.'] }],
      },
    ],
  });
});

test('ends quietly when nobody reads on', async () => {
  const long = Array.from({ length: 4000 }, (_, index) => `Paragraph ${index} says what it says.`).join('\n\n');
  const cwd = await siteFolder({ [NEXT]: editionFile(FRONT, long) });
  const { child, finished } = startCli(['diff', 'privacy', ...AS_OF], { cwd });
  child.stdout.destroy();
  expect(await finished).toMatchObject({ code: 1, stderr: '' });
});

describe('--since', () => {
  const git = (cwd: string, ...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', ...words], { cwd, stdio: 'pipe' });

  /** A site in a repository with one commit on the branch `main`. */
  async function repository(): Promise<string> {
    const cwd = await siteFolder();
    git(cwd, 'init', '--quiet', '--initial-branch=main');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '--quiet', '--message=First');
    return cwd;
  }

  const since = (cwd: string, ...words: string[]) => runCli(['diff', ...words, ...AS_OF], { cwd });

  it('gives 0 where nothing was touched', async () => {
    expect(await since(await repository(), '--since', 'main')).toMatchObject({ code: 0, stdout: 'No text differs.\n' });
  });

  it('knows a policy whose folder has a new name, by its aliases', async () => {
    const cwd = await repository();
    git(cwd, 'mv', 'policies/privacy', 'policies/privacy-notice');
    await writeFile(path.join(cwd, 'policies/privacy-notice/policy.yaml'), 'aliases: [privacy]\n');
    expect(await since(cwd, '--since', 'main')).toMatchObject({ code: 0, stdout: 'No text differs.\n' });
    await writeFile(path.join(cwd, NEXT.replace('privacy', 'privacy-notice')), CHANGED[NEXT] ?? '');
    const { code, stdout } = await since(cwd, 'privacy', '--since', 'main');
    expect({ code, heads: stdout.match(/^privacy.*$/gm) }).toEqual({
      code: 1,
      heads: ['privacy-notice: 2027-01-01 at main → 2027-01-01 (en)'],
    });
  });

  it('compares a changed text with itself, a new one with the edition before it, and tells what is gone', async () => {
    const cwd = await repository();
    await writeFile(path.join(cwd, NEXT), CHANGED[NEXT] ?? '');
    const added = editionFile({ effective: '2028-01-01', summary: 'More.' }, 'We must keep your name for 30 days.');
    await writeFile(path.join(cwd, 'policies/privacy/2028-01-01.md'), added);
    git(cwd, 'rm', '--quiet', 'policies/privacy/2020-02-04.md');
    const { code, stdout } = await since(cwd, '--since', 'main');
    expect(code).toBe(1);
    expect(stdout.match(/^privacy: .*$/gm)).toEqual([
      'privacy: 2027-01-01 at main → 2027-01-01 (en)',
      'privacy: 2027-01-01 → 2028-01-01 (en)',
      'privacy: 2020-02-04 at main (en) is there no more',
    ]);
    expect((await since(cwd, 'privacy', '2028-01-01', '--since', 'main')).stdout.match(/^privacy: .*$/gm)).toEqual([
      'privacy: 2027-01-01 → 2028-01-01 (en)',
    ]);
  });

  it('works from a folder within the repository', async () => {
    const cwd = await repository();
    git(cwd, 'mv', 'policies', 'elsewhere');
    execFileSync('mkdir', ['legal'], { cwd });
    git(cwd, 'mv', 'elsewhere', 'legal/policies');
    git(cwd, 'commit', '--quiet', '--message=Second');
    await writeFile(path.join(cwd, 'legal', NEXT), CHANGED[NEXT] ?? '');
    const { stdout } = await since(cwd, '--root', 'legal', '--since', 'HEAD', 'privacy');
    expect(stdout).toMatch(/^privacy: 2027-01-01 at HEAD → 2027-01-01 \(en\)\n/);
  });

  it('says what to do where the revision is missing, in a shallow copy too', async () => {
    const cwd = await repository();
    expect(await since(cwd, '--since', 'mian')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no revision “mian”'),
    });
    const copy = path.join(await siteFolder(), 'copy');
    git(cwd, 'branch', 'review');
    git(cwd, 'commit', '--quiet', '--allow-empty', '--message=Second');
    execFileSync('git', ['clone', '--quiet', '--depth=1', '--branch=review', `file://${cwd}`, copy], { stdio: 'pipe' });
    expect((await since(copy, '--since', 'main')).stderr).toContain('git fetch origin main');
    git(copy, 'fetch', '--quiet', 'origin', 'main:refs/remotes/origin/main');
    expect((await since(copy, '--since', 'main')).stderr).toContain('write --since origin/main');
    expect(await since(copy, '--since', 'origin/main')).toMatchObject({ code: 0 });
  });

  it('says that Git is not there', async () => {
    const cwd = await repository();
    const { code, stderr } = await runCli(['diff', '--since', 'main', ...AS_OF], { cwd, env: { PATH: '/nowhere' } });
    expect(code).toBe(2);
    expect(stderr).toContain('Git is not installed');
  });

  it('refuses a revision that Git would take for an option', async () => {
    const { code, stderr } = await since(await repository(), '--since=--output=x');
    expect(code).toBe(2);
    expect(stderr).toContain('no revision “--output=x”');
  });
});
