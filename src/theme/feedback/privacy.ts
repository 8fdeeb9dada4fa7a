/** The policies go in; the one that says how messages are treated comes out, with the editions of it that apply now or later. */
import { addresses } from '../../model/address.ts';
import { privacyPolicy } from '../../model/privacy-policy.ts';
import type { DatedEdition } from '../../model/timeline.ts';
import { editionLink, policyTitle } from '../edition-view.ts';
import { intervalOf } from '../intervals.ts';
import type { PageContext } from '../page-context.ts';
import type { PrivacyView } from './view.ts';

/** Undefined if the site has no such policy. */
export function viewPrivacy(context: PageContext): PrivacyView | undefined {
  const slug = privacyPolicy([...context.timelines.keys()]);
  if (slug === undefined) return undefined;
  const { link, page, voice } = context;
  const timeline = context.timelineOf(slug);
  const path = link.policyPath(slug);
  // Those of which something is still to come: what is said of each stays true when the day has passed.
  const left = timeline.editions.filter(({ periods, lingering }) =>
    [...periods, ...lingering].some(({ untilInstant }) => untilInstant === undefined || untilInstant > timeline.asOf),
  );
  return {
    text: policyTitle(slug, page.language, context),
    href: link.to(path),
    editions: left.map((dated) => ({
      link: { ...editionLink(slug, dated.edition.id, context), href: link.to(editionPath(slug, dated, context)) },
      interval: intervalOf({ dated, timeline }, voice),
    })),
  };
}

/** The index need not know the pages of another policy's editions: an edition has one in each language it was issued in, else in the default one. */
function editionPath(slug: string, { edition }: DatedEdition, { site: { config }, page }: PageContext): string {
  const isIssued = edition.texts.some(({ language }) => language === page.language);
  return addresses(config, isIssued ? page.language : config.languages[0]).edition(slug, edition.id);
}
