/** What is found of a published site goes in, without its sources; whether it shows what its ledger says was published comes out. */
import { headOf } from './ledger/chain.ts';
import { parsePage } from './ledger/parse-page.ts';
import { proofsOf, type StandInProof, standInsOf, type TextProof, unsealedTexts } from './ledger/published-proofs.ts';
import { readCertificates } from './ledger/timestamps/check-token.ts';
import { verifyTimestamps } from './ledger/timestamps/verify-timestamps.ts';
import { verifyHistory } from './ledger/verify-history.ts';
import { verifyLedger } from './ledger/verify-ledger.ts';
import { type ListProof, listsOf, verifyList } from './ledger/verify-lists.ts';
import { type OriginalProof, originalsOf, verifyOriginals } from './ledger/verify-originals.ts';
import { type PageProof, type PageVerification, verifyPage } from './ledger/verify-page.ts';
import { verifyStanding, withStanding } from './ledger/verify-standing.ts';
import { verifyText } from './ledger/verify-text.ts';
import { visibleText } from './ledger/visible-text.ts';
import type { Body } from './model/clause.ts';
import type { Numbering } from './model/config.ts';
import { type Diagnostic, isError } from './model/diagnostic.ts';
import { LEDGER_PATH, type Ledger, type TextEntry } from './model/ledger.ts';
import { type PoliciesProof, policiesProofSchema } from './model/policies-document.ts';
import type { PublishedFile, Verification, VerifiedText } from './model/published.ts';
import { sha256 } from './model/sha256.ts';
import { timestampPath } from './model/timestamp.ts';
import { readLedger } from './parse/ledger-file.ts';
import { render } from './render/render.ts';

/** A published ledger that could be read, and what must be read to check it. */
export interface PublishedLedger {
  readonly ledger: Ledger;
  /** Absent if policies.json cannot be read; `reason` says why. */
  readonly policies?: PoliciesProof;
  readonly reason: string;
  readonly proofs: readonly TextProof[];
  readonly standIns: readonly StandInProof[];
  readonly lists: readonly ListProof[];
  readonly originals: readonly OriginalProof[];
  /** Addresses below the root of the site, each once; of pages they end in `/`. */
  readonly wanted: readonly string[];
}

/** Opens `ledger.json` and `policies.json` of a site; gives the reason, a clause, why the ledger cannot be read. */
export function openPublished(
  ledgerFile: PublishedFile,
  policiesFile: PublishedFile,
):
  | { readonly kind: 'opened'; readonly published: PublishedLedger }
  | { readonly kind: 'unreadable'; readonly reason: string } {
  if (ledgerFile.kind === 'missing') return { kind: 'unreadable', reason: ledgerFile.reason };
  const ledger = openLedgerFile(ledgerFile.bytes);
  if (typeof ledger === 'string') return { kind: 'unreadable', reason: ledger };
  const policies = policiesFile.kind === 'read' ? parsePolicies(policiesFile.bytes) : undefined;
  const reason = policiesFile.kind === 'missing' ? policiesFile.reason : 'this version cannot read what is there';
  const standing = policies === undefined ? undefined : withStanding(ledger, policies);
  const proofs = proofsOf(ledger, standing?.policies ?? []);
  const standIns = standing === undefined ? [] : standInsOf(ledger, standing);
  const lists = policies === undefined ? [] : listsOf(ledger, policies);
  const originals = originalsOf(ledger, proofs);
  const stamps = (policies?.ledger?.timestamps ?? []).map(timestampPath);
  const wanted = [
    ...new Set([
      ...proofs.flatMap(({ file, pages }) => [file, ...pages]),
      ...[...standIns, ...lists].map(({ page }) => page),
      ...originals.map(({ file }) => file),
      ...stamps,
    ]),
  ];
  return {
    kind: 'opened',
    published: {
      ledger,
      reason,
      proofs,
      standIns,
      lists,
      originals,
      wanted,
      ...(policies === undefined ? {} : { policies }),
    },
  };
}

/** The ledger in a file; or the reason, a clause, why it cannot be read. */
export function openLedgerFile(bytes: Uint8Array): Ledger | string {
  const { value: ledger, diagnostics } = readLedger({ path: LEDGER_PATH, bytes });
  if (ledger !== undefined) return ledger;
  const [first] = diagnostics;
  const line = first?.place?.line === undefined ? '' : `line ${first.place.line}: `;
  return `${line}${first?.message.replace(/\.$/, '') ?? 'it is no ledger'}`;
}

export interface VerifyInput {
  /** By address: those that were wanted. */
  readonly files: ReadonlyMap<string, PublishedFile>;
  /** A digest that someone noted earlier: of the whole ledger or of an entry. */
  readonly noted: string | undefined;
  /** The ledger as someone kept it earlier. */
  readonly kept?: Ledger;
  /** Certificates of time-stamping authorities, in PEM or DER; of those that vouch for them. */
  readonly trusted?: Uint8Array;
}

/** Holds every text and every page that must show it against the ledger. */
export function verifySite(published: PublishedLedger, { files, noted, kept, trusted }: VerifyInput): Verification {
  const { ledger, policies, proofs, standIns, lists, originals, reason } = published;
  const verified = proofs.map((proof) => verifyProof(proof, files));
  const standing = standIns.map((proof) => verifyStandIn(proof, proofs, files));
  const head = policies?.ledger?.head;
  const heads = policies?.ledger?.timestamps ?? [];
  const stamps = verifyTimestamps(ledger, {
    heads,
    files,
    trusted: trusted === undefined ? [] : readCertificates(trusted),
  });
  return {
    head: headOf(ledger),
    entries: ledger.entries.length,
    texts: verified.map(({ text }) => text),
    timestamps: stamps.timestamps,
    assets: [...new Set([...verified, ...standing].flatMap(({ assets }) => assets))].sort(),
    pages: proofs.reduce((total, { pages }) => total + pages.length, standIns.length),
    diagnostics: [
      ...verifyLedger(ledger, { head, noted, kept }),
      ...stamps.diagnostics,
      ...verifyHistory(ledger),
      ...(policies === undefined ? [] : verifyStanding(ledger, policies)),
      ...(policies === undefined ? [policiesProblem(reason)] : []),
      ...verified.flatMap(({ diagnostics }) => diagnostics),
      ...standing.flatMap(({ diagnostics }) => diagnostics),
      ...lists.flatMap((proof) => verifyListOn(proof, files)),
      ...verifyOriginals(originals, files),
      ...unsealedTexts(ledger, policies?.policies ?? []).map(unsealedProblem),
    ],
  };
}

function verifyProof(proof: TextProof, files: VerifyInput['files']): PageVerification & { text: VerifiedText } {
  const [entry] = proof.entries;
  const { policy, edition, language, address, source } = entry;
  const text = verifyText(fileAt(proof.file, files), entry, `/${proof.file}`);
  const expected = text.canonical === undefined ? undefined : bodyOf(text.canonical, entry);
  const unrendered = text.canonical === undefined || expected !== undefined ? [] : [unrenderedProblem(entry)];
  const pages = proof.pages.map((page) => verifyOn(page, { entry, expected }, files));
  const diagnostics = [...text.diagnostics, ...unrendered, ...pages.flatMap((page) => page.diagnostics)];
  const isIntact = !diagnostics.some(({ severity }) => severity === 'error');
  return {
    text: { policy, edition, language, address, source, isIntact },
    diagnostics,
    assets: pages.flatMap(({ assets }) => assets),
  };
}

function verifyOn(
  page: string,
  shown: Pick<PageProof, 'entry' | 'expected'>,
  files: VerifyInput['files'],
): PageVerification {
  const { policy, edition, language } = shown.entry;
  const name = `The page /${page}`;
  const file = fileAt(page, files);
  if (file.kind === 'read')
    return verifyPage({ name, address: page, html: new TextDecoder().decode(file.bytes), ...shown });
  const message = `${name} cannot be read: ${file.reason}. It must show ${policy} ${edition} (${language}).`;
  const hint = 'Publish all pages that a build makes.';
  return { diagnostics: [{ ruleId: 'verify-page-missing', severity: 'error', message, hint }], assets: [] };
}

/** One of the texts will do; if none is shown, what is wrong with the first is told. */
function verifyStandIn({ page, entries }: StandInProof, proofs: readonly TextProof[], files: VerifyInput['files']) {
  const found = entries.map((entry) => {
    const proof = proofs.find((one) => one.entries.includes(entry));
    const text = proof === undefined ? undefined : verifyText(fileAt(proof.file, files), entry, proof.file);
    return verifyOn(
      page,
      { entry, expected: text?.canonical === undefined ? undefined : bodyOf(text.canonical, entry) },
      files,
    );
  });
  return found.find(({ diagnostics }) => !diagnostics.some(isError)) ?? found[0] ?? { diagnostics: [], assets: [] };
}

function verifyListOn(proof: ListProof, files: VerifyInput['files']): Diagnostic[] {
  const file = fileAt(proof.page, files);
  if (file.kind === 'read') return verifyList(parsePage(new TextDecoder().decode(file.bytes)), proof);
  const message = `The page /${proof.page} cannot be read: ${file.reason}.`;
  return [{ ruleId: 'verify-page-missing', severity: 'error', message, hint: 'Publish all pages that a build makes.' }];
}

function fileAt(address: string, files: VerifyInput['files']): PublishedFile {
  return files.get(address) ?? { kind: 'missing', reason: 'it was not asked for' };
}

const NUMBERINGS: readonly Numbering[] = [{ kind: 'as-typed' }, { kind: 'decimal' }];

/** A sealed text rendered anew, if its words come out as they were sealed: how its policy is numbered is not known here. */
function bodyOf(canonical: string, { policy, title, language, text }: TextEntry): Body | undefined {
  const markdown = canonical.replace(/^---\n(?:.*\n)*?---\n/, '');
  const source = { language, title, path: 'text.md', markdown, lineOffset: 0, keyPlaces: {} };
  const words = { footnotes: '', backToText: '', table: '' };
  return NUMBERINGS.map((numbering) => render(source, { policy, numbering, words }).body).find(
    (body) => body !== undefined && sha256(visibleText(body, title)) === text,
  );
}

function parsePolicies(bytes: Uint8Array): PoliciesProof | undefined {
  try {
    return policiesProofSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}

function policiesProblem(reason: string): Diagnostic {
  return {
    ruleId: 'verify-policies-missing',
    severity: 'error',
    message: `/policies.json cannot be read: ${reason}. So what the stable pages must show is not known.`,
    hint: 'Publish all files that a build makes.',
  };
}

function unrenderedProblem({ policy, edition, language }: TextEntry): Diagnostic {
  return {
    ruleId: 'verify-unrendered',
    severity: 'warning',
    message: `This version renders ${policy} ${edition} (${language}) otherwise than it was published: the words of its pages are checked, their links and their mark-up are not.`,
    hint: 'Check the site with the version of Promulgate that it was made with.',
  };
}

function unsealedProblem(name: string): Diagnostic {
  return {
    ruleId: 'verify-unsealed',
    severity: 'warning',
    message: `${name} is published and not in the ledger: nothing can be said of it.`,
    hint: 'The publisher runs “promulgate seal” and builds the site again.',
  };
}
