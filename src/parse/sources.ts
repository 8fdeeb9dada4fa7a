/** The files under `policies/` go in; the site's configuration, its policies and every problem in them come out. */
import type { SiteConfig } from '../model/config.ts';
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/file.ts';
import type { EditionText, Policy } from '../model/policy.ts';
import { type Memory, NO_MEMORY } from '../model/runner.ts';
import { type Listing, listSources } from './listing.ts';
import { recallPolicy } from './recall-policy.ts';
import { readSite, type SiteOverrides } from './site-config.ts';

export interface Sources {
  /** Absent if site.yaml, or what overrides it, has errors. */
  readonly site?: SiteConfig;
  /** By slug. Editions with errors are left out, and so is a policy of which none is left. */
  readonly policies: readonly Policy[];
  /** Texts of editions that were left out, by policy: only to be looked at for further problems. */
  readonly unplaced: readonly { readonly policy: string; readonly text: EditionText }[];
  /** By place. */
  readonly diagnostics: readonly Diagnostic[];
}

const SMALLEST_SITE = `Make a file “policies/site.yaml”. The least it can say is:
title: Acme policies
url: https://legal.acme.example
timeZone: Europe/Moscow`;

/** Reads everything in one run, whatever is wrong. The result depends on paths and bytes alone, not on the order of `files`. */
export function parseSources(
  files: readonly SourceFile[],
  overrides: SiteOverrides = {},
  memory: Memory = NO_MEMORY,
): Sources {
  const listing = listSources(files);
  const site = listing.site === undefined ? undefined : readSite(listing.site, overrides);
  const slugs = listing.folders.map(({ slug }) => slug);
  const options = { languages: site?.languages, timeZone: site?.timeZone, slugs };
  const policies = listing.folders.map((folder) => recallPolicy(folder, options, memory));
  const diagnostics = [
    ...listing.diagnostics,
    ...missing(listing),
    ...(site?.diagnostics ?? []),
    ...policies.flatMap((policy) => policy.diagnostics),
  ];
  return {
    ...(site?.value === undefined ? {} : { site: site.value }),
    policies: policies.flatMap(({ value }) => (value === undefined ? [] : [value])),
    unplaced: policies.flatMap(({ unplaced }, index) =>
      unplaced.map((text) => ({ policy: listing.folders[index]?.slug ?? '', text })),
    ),
    diagnostics: diagnostics.sort(compareDiagnostics),
  };
}

function missing({ site, folders, diagnostics }: Listing): Diagnostic[] {
  const isMisnamed = diagnostics.some(({ ruleId }) => ruleId === 'site-missing');
  const problem = { severity: 'error' as const, place: { path: 'policies' } };
  const noSite: Diagnostic = {
    ...problem,
    ruleId: 'site-missing',
    place: { path: 'policies/site.yaml' },
    message: 'There is no file “policies/site.yaml”, which says what the site is called and where it stands.',
    hint: SMALLEST_SITE,
  };
  const noPolicies: Diagnostic = {
    ...problem,
    ruleId: 'site-no-policies',
    message: 'There is no policy: the folder “policies” has no folder in it.',
    hint: 'Make a folder for each policy and put its editions into it, as in “policies/privacy/2026-03-01.md”.',
  };
  return [...(site === undefined && !isMisnamed ? [noSite] : []), ...(folders.length === 0 ? [noPolicies] : [])];
}
