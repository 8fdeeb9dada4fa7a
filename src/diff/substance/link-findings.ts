/** What changed in a block besides words goes in; links that lead somewhere else in earnest come out. */
import type { FormChange } from '../../model/redline.ts';
import { addressKey } from './lexicon.ts';
import type { TextFinding } from './text-findings.ts';

/** How its reader reaches the page matters not: the protocol, a slash at the end, a place in the page, what counts visitors. */
export function linkFindings(form: readonly FormChange[]): TextFinding[] {
  return form.flatMap((change): TextFinding[] => {
    if (change.kind !== 'link') return [];
    const { words, older = '', newer = '' } = change;
    // What leads nowhere now, or leads somewhere at last, says the same in its words.
    if (older === '' || newer === '' || isSameTarget(older, newer)) return [];
    return [{ kind: 'link', older: `${words} (${older})`, newer: `${words} (${newer})` }];
  });
}

/** A page that only moved within its site is the same: its name is. */
function isSameTarget(older: string, newer: string): boolean {
  const [one, other] = [targetOf(older), targetOf(newer)];
  const [name, ...path] = one.split('/').toReversed();
  const [otherName, ...otherPath] = other.split('/').toReversed();
  const [host, otherHost] = [path.at(-1) ?? '', otherPath.at(-1) ?? ''];
  return (
    one === other || (name === otherName && path.length > 0 && (host === otherHost || host === '' || otherHost === ''))
  );
}

function targetOf(address: string): string {
  const [bare = ''] = address.split(/[?#]/);
  return address.startsWith('#')
    ? ''
    : addressKey(bare)
        .replace(/(?:\/index)?(?:\.html?|\.md)$/, '')
        .replace(/\/$/, '');
}
