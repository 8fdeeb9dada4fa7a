/** A policy goes in; the way to the list of its clauses that changed, if there is one in the page's language, comes out. */
import { addresses } from '../../model/address.ts';
import type { PageContext } from '../page-context.ts';
import type { LinkView } from '../view.ts';

export function clausesLink(policy: string, { site, index, link, page, voice }: PageContext): LinkView | undefined {
  const path = addresses(site.config, page.language).clauses(policy);
  if (!index.byPath.has(path)) return undefined;
  return { text: voice.words.say('history-of-clauses'), href: link.to(path) };
}
