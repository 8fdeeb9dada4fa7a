/** The public API, and nothing else. */
export {
  type AdoptedEvent,
  type Adoption,
  adoptedLedger,
  adoptState,
  beginAdoption,
  createRenderer,
} from './adopt-history.ts';
export { type BuildInput, type BuildResult, build } from './build.ts';
export { type ComparisonInput, type ComparisonResult, compareEditions } from './compare-editions.ts';
export { markUp } from './diff/mark-up.ts';
export { type Marks, plainText } from './diff/plain-text.ts';
export { describeFinding } from './diff/substance/describe-finding.ts';
export { summarize } from './diff/summarize.ts';
export { type DraftedEdition, draftEdition, type EditionWish } from './draft-edition.ts';
export { headOf } from './ledger/chain.ts';
export { LEDGER_ATTRIBUTES, ledgerJson } from './ledger/ledger-json.ts';
export { verifyAssets } from './ledger/page-assets.ts';
export { type Sealing, seal } from './ledger/seal.ts';
export { readCertificates } from './ledger/timestamps/check-token.ts';
export { timestampRequest } from './ledger/timestamps/request.ts';
export type { ComparedSide, TextComparison } from './model/comparison.ts';
export type { Diagnostic, Place, Severity } from './model/diagnostic.ts';
export type { OutputFile, SourceFile } from './model/file.ts';
export type { Site } from './model/site.ts';
export type { Timeline } from './model/timeline.ts';
export { changedSince, explained, isChangeOfWords } from './sealed-history.ts';
export { openLedgerFile, openPublished, type PublishedLedger, type VerifyInput, verifySite } from './verify-site.ts';
