/** The file of a published text and its entry in the ledger go in; whether it is what was sealed comes out. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { TextEntry } from '../model/ledger.ts';
import type { PublishedFile } from '../model/published.ts';
import { sha256 } from '../model/sha256.ts';
import { writeCanonical } from './canonical-text.ts';

export interface TextVerification {
  readonly diagnostics: readonly Diagnostic[];
  /** The canonical text, if it can be made out to be the one that was sealed. */
  readonly canonical?: string;
}

/** Errors: `verify-text-missing`, `verify-text-changed`, `verify-ledger-facts` (title or dates of the entry are not those of the text). `name` names the file in messages. */
export function verifyText(file: PublishedFile, entry: TextEntry, name: string): TextVerification {
  const { source } = entry;
  const problem = { severity: 'error' as const };
  if (file.kind === 'missing') {
    const hint = 'Publish all files that a build makes, those that end in .md too.';
    return {
      diagnostics: [
        { ...problem, ruleId: 'verify-text-missing', message: `${name} cannot be read: ${file.reason}.`, hint },
      ],
    };
  }
  const text = new TextDecoder().decode(file.bytes);
  const digest = sha256(file.bytes);
  if (digest === source) return { diagnostics: factsProblem(text, entry, name), canonical: text };
  const plain = text.replace(/\r\n?/g, '\n');
  const isSame = sha256(plain) === source;
  const what = isSame
    ? 'has the right words, but its line ends or its first bytes were changed on the way'
    : 'is not the text that was sealed';
  const message = `${name} ${what}: its SHA-256 is ${digest}, that in the ledger ${source}.`;
  const hint = isSame
    ? 'Let files be copied byte for byte: no “text mode”, no conversion of line ends.'
    : 'Publish the site anew from its sources; and find out who or what changed the file.';
  return {
    diagnostics: [{ ...problem, ruleId: 'verify-text-changed', message, hint }],
    ...(isSame ? { canonical: plain } : {}),
  };
}

/** An entry repeats what its text says of itself; one that says something else was made by nobody who had the text. */
function factsProblem(text: string, entry: TextEntry, name: string): Diagnostic[] {
  const markdown = text.replace(/^---\n(?:.*\n)*?---\n/, '');
  if (sha256(writeCanonical(entry, { language: entry.language, markdown })) === entry.source) return [];
  const message = `Title, dates or version of ${name} are not those that its entry in ledger.json gives.`;
  const hint = 'No entry that “promulgate seal” makes does so. Believe neither, and ask the publisher.';
  return [{ ruleId: 'verify-ledger-facts', severity: 'error', message, hint }];
}
