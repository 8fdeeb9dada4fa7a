import { expect, it } from 'vitest';
import { canonicalText } from '../../src/ledger/canonical-text.ts';
import { formerTexts } from '../../src/ledger/former-texts.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { edited, FILES, type Files, PRIVACY, sealed, workOf } from './ledgered.ts';

const ledger = sealed(FILES);
const declare = (files: Files, ...corrections: readonly string[]) =>
  edited(files, PRIVACY, '---\n#', `corrections: [${corrections.join(', ')}]\n---\n#`);

function textIn(files: Files) {
  const edition = workOf(files).policies[0]?.editions[0];
  const text = edition?.texts[0];
  if (edition === undefined || text === undefined) throw new Error('No text');
  return { edition, text, address: 'privacy/2020-02-04/' };
}

function originalIn(files: Files, known: Ledger | undefined = ledger) {
  return formerTexts(textIn(files), known).find(({ isOriginal }) => isOriginal)?.canonical;
}

const before = textIn(FILES);
const ORIGINAL = canonicalText(before.edition, before.text);
const first = '{on: 2021-05-20, was: recieve, now: receive, reason: Typo}';
const mended = edited(FILES, PRIVACY, 'recieve', 'receive');

it('undoes one correction, or several, to the byte', () => {
  expect(originalIn(declare(mended, first))).toBe(ORIGINAL);
  const twice = edited(mended, PRIVACY, 'We answer within 30 days', 'We answer within 60 days');
  expect(originalIn(declare(twice, first, '{on: 2021-06-01, was: 30 days, now: 60 days, reason: Error}'))).toBe(
    ORIGINAL,
  );
});

it('undoes a correction of the front matter', () => {
  const titled = edited(FILES, PRIVACY, 'title: Privacy policy', 'title: Privacy Policy');
  expect(originalIn(declare(titled, '{on: 2021-05-20, was: Privacy policy, now: Privacy Policy, reason: Error}'))).toBe(
    ORIGINAL,
  );
});

it('claims nothing where nothing was corrected, where there is no ledger, or where it cannot be proved', () => {
  expect(originalIn(FILES)).toBeUndefined();
  expect(formerTexts(textIn(declare(mended, first)), undefined)).toEqual([]);
  const more = edited(mended, PRIVACY, 'What we do.', 'What  we do.');
  expect(originalIn(declare(more, first))).toBeUndefined();
});

it('gives every state between, each as it was sealed', () => {
  const once = declare(mended, first);
  const second = '{on: 2021-06-01, was: 30 days, now: 60 days, reason: Error}';
  const twice = declare(edited(mended, PRIVACY, 'We answer within 30 days', 'We answer within 60 days'), first, second);
  const between = textIn(once);
  const known = sealed(twice, sealed(once, ledger));
  expect(formerTexts(textIn(twice), known).map(({ canonical, isOriginal }) => [canonical, isOriginal])).toEqual([
    [ORIGINAL, true],
    [canonicalText(between.edition, between.text), false],
  ]);
});
