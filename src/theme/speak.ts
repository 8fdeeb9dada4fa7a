/** The words of a language go in; its sentences, filled in, come out. */
import type { WORDS, WordKey } from './words.ts';

/** What fills the placeholders of the sentence `K`: nothing, or an object with exactly those names. */
type Values<K extends WordKey> = [(typeof WORDS)[K][number]] extends [never]
  ? []
  : [values: { readonly [name in (typeof WORDS)[K][number]]: string }];

export interface Words {
  /** Every word as it stands in its file, by key, for `View.words`. */
  readonly words: { readonly [key: string]: string };
  /** The sentence `key` with its placeholders filled in. A full stop is not doubled where a value already ends with one. */
  say<K extends WordKey>(key: K, ...values: Values<K>): string;
}

export function speak(words: { readonly [key: string]: string }): Words {
  return { words, say: (key, ...[values]) => fill(words[key] ?? key, values ?? {}) };
}

function fill(sentence: string, values: { readonly [name: string]: string }): string {
  return sentence.replace(/\{(\w+)\}(\.?)/g, (_, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing was given for {${name}} in "${sentence}"`);
    return /[.!?。！？]$/.test(value) ? value : value + stop;
  });
}
