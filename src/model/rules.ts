/** The rules by their ids: which can be silenced for a policy, and which cannot. README's table says what each finds. */

/** Rules whose findings in the files of one policy are warnings, always or in doubt. */
export const SILENCEABLE_RULES: readonly string[] = idsIn(`
  after-retirement anchor-gone authoritative-missing change-log-missing clause-number-gap clause-number-repeated
  code-by-accident code-words cohort-overtaken correction-clause cross-reference-nowhere date-in-text dates-in-text-differ
  draft-in-part edition-encoding edition-lost-text editorial-but-substantive emphasis-in-word html-id-repeated
  invisible-character ledger-unsealed link-anchor link-nowhere link-tracking markup-left-over notice-period
  placeholder policy-encoding policy-lost-text published-ahead quote-by-accident reference-unused retroactive-without-effect
  review-in-future review-overdue stray-file summary-missing term-undefined term-unused
`);

/** Rules that are always errors, and those that find nothing in one policy alone. */
export const LASTING_RULES: readonly string[] = idsIn(`
  anchor-repeated character-reference clause-date correction-date deployed-ahead deployed-missed-change deployed-too-old
  dialect-container dialect-kramdown dialect-liquid dialect-mdx edition-announced edition-date
  edition-disagreement edition-empty edition-front-matter edition-groups edition-language edition-missing-key
  edition-name edition-status edition-too-large edition-unknown-key edition-value edition-yaml endpoint-none
  endpoint-redirect endpoint-refused endpoint-silent endpoint-unreadable endpoint-unsure file-link
  file-name-collision file-special file-too-large file-unreadable heading-by-accident heading-without-space
  html-across-blocks html-attribute html-cdata html-comment-unclosed html-declaration html-element
  html-id-reserved html-image html-in-line html-instruction html-nesting html-redline html-table-text
  html-unclosed html-unfinished html-unopened ledger-address-changed ledger-attributes ledger-chain-broken
  ledger-conflict ledger-cut ledger-correction-changed ledger-correction-inexact ledger-date-changed ledger-encoding
  ledger-entry ledger-gone ledger-json ledger-missing ledger-rendering-changed ledger-retirement-changed ledger-text-changed
  ledger-timestamp ledger-version ledger-withdrawal-changed link-address link-dead link-in-link link-moved
  link-scheme link-unsure markdown-brackets markdown-code markdown-definitions markdown-emphasis markdown-nesting
  markdown-paragraph markdown-size markdown-table markdown-unclosed new-dates new-exists new-from new-language new-name
  numbering-disagrees output-busy output-file-collision output-file-special output-in-git output-in-sources
  output-is-file output-is-root output-ledger-not-writable output-leftover output-link output-manifest-invalid
  output-new-file output-not-empty output-not-named output-not-writable output-unsettled policy-empty policy-missing-key
  policy-name policy-too-long policy-unknown-key policy-value policy-yaml published-after-effective
  reference-circular reference-in-link reference-repeated reference-target reference-undefined same-instant
  site-encoding site-ledger-exists site-ledger-unreadable site-lost-text site-missing site-missing-key
  site-no-history site-no-policies site-no-policies-folder site-nothing-issued site-published-unreadable
  site-since-unreadable site-template site-template-text site-too-long site-unknown-key site-value site-words
  site-yaml table-row-too-long theme-words-missing verify-edited verify-head verify-in-force
  verify-ledger-altered verify-ledger-cut verify-ledger-facts verify-list verify-noted-head verify-original-changed
  verify-page-changed verify-page-covered verify-page-foreign verify-page-hidden verify-page-link
  verify-page-missing verify-page-rewritten verify-policies-missing verify-policy-missing verify-silent-change
  verify-style verify-text-changed verify-text-missing verify-timestamp verify-timestamp-unknown
  verify-unrendered verify-unsealed withdrawn-before-published words-added words-lost
`);

function idsIn(text: string): string[] {
  return text.trim().split(/\s+/);
}
