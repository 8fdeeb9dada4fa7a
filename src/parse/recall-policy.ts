/** A policy's folder and what is left of earlier builds go in; the policy comes out, and is read only if a file of it is another. */
import type { SourceFile } from '../model/file.ts';
import type { Edition, EditionText, Policy } from '../model/policy.ts';
import type { Memory } from '../model/runner.ts';
import { hasGist, type UnreadText, unread } from '../model/unread-text.ts';
import { readAgain } from './edition-text.ts';
import type { PolicyFolder } from './listing.ts';
import { type PolicyOptions, type PolicyReading, readPolicy } from './policy.ts';

type UnreadEdition = Omit<Edition, 'texts'> & { readonly texts: readonly UnreadText[] };

/** A reading without the texts themselves: they are in the files. */
interface KeptReading extends Omit<PolicyReading, 'value' | 'unplaced'> {
  readonly value?: Omit<Policy, 'editions'> & { readonly editions: readonly UnreadEdition[] };
  readonly unplaced: readonly UnreadText[];
}

/** `options`: one object for all policies. A file is known by its digest, where it has one. */
export function recallPolicy(folder: PolicyFolder, options: PolicyOptions, memory: Memory): PolicyReading {
  const { slug, path, config, texts } = folder;
  const files = config === undefined ? texts : [config, ...texts];
  if (files.some(({ sha256 }) => sha256 === undefined)) return readPolicy(folder, options);
  const known = { slug, path, files: files.map((file) => [file.path, file.sha256]), hasConfig: config !== undefined };
  const job = { stage: 'read', group: slug, input: [known, options] };
  return revived(
    memory.recall(job, () => kept(readPolicy(folder, options))),
    new Map(texts.map((file) => [file.path, file])),
  );
}

function kept({ value, unplaced, ...others }: PolicyReading): KeptReading {
  const without = (text: EditionText): UnreadText => {
    if (!hasGist(text)) throw new Error(`${text.path} was not read from a file`);
    return unread(text);
  };
  const editions = value?.editions.map((edition) => ({ ...edition, texts: edition.texts.map(without) })) ?? [];
  return {
    ...others,
    ...(value === undefined ? {} : { value: { ...value, editions } }),
    unplaced: unplaced.map(without),
  };
}

function revived({ value, unplaced, ...others }: KeptReading, files: ReadonlyMap<string, SourceFile>): PolicyReading {
  const read = (text: UnreadText): EditionText => {
    const file = files.get(text.path);
    if (file === undefined) throw new Error(`No file ${text.path}`);
    return readAgain(text, file);
  };
  const editions = value?.editions.map((edition): Edition => {
    const [first, ...rest] = edition.texts;
    if (first === undefined) throw new Error(`No text of ${edition.id}`);
    return { ...edition, texts: [read(first), ...rest.map(read)] };
  });
  return {
    ...others,
    ...(value === undefined || editions === undefined ? {} : { value: { ...value, editions } }),
    unplaced: unplaced.map(read),
  };
}
