/** A policy goes in; what a message about it can name comes out: its editions and the clauses of the one that stands. */
import { addresses } from '../../model/address.ts';
import type { Body, Clause } from '../../model/clause.ts';
import { textIn } from '../../model/policy.ts';
import type { Page } from '../../model/site.ts';
import type { DatedEdition } from '../../model/timeline.ts';
import { editionLink, policyTitle } from '../edition-view.ts';
import type { PageContext } from '../page-context.ts';
import type { SubjectView } from './view.ts';

/** A longer list helps nobody: then the outer clauses stand for what is in them. */
const MOST_CLAUSES = 400;
const LONGEST_TITLE = 90;

export type SubjectPage = Extract<Page, { kind: 'policy-feedback' }>;

export function viewSubject(page: SubjectPage, context: PageContext, nameOf: (name: string) => string): SubjectView {
  const { link, site, index } = context;
  const { editions, policy } = context.timelineOf(page.policy);
  const standing = context.standingOf(page.policy);
  const at = addresses(site.config, page.language);
  const shown = editions.filter(
    (dated) => dated === standing || index.byPath.has(at.edition(page.policy, dated.edition.id)),
  );
  const textOf = ({ edition }: DatedEdition) =>
    textIn(edition, [page.language, policy.config.authoritative, ...site.config.languages]);
  return {
    policy: {
      text: policyTitle(page.policy, page.language, context),
      href: link.to(link.policyPath(page.policy)),
      page: link.absolute(link.policyPath(page.policy)),
    },
    editionName: nameOf('edition'),
    editions: shown.toReversed().map((dated) => {
      const { language, path } = textOf(dated);
      const { id } = dated.edition;
      return {
        id,
        text: editionLink(page.policy, id, context).text,
        // Without a script nothing tells which one was read: better none than a wrong one.
        isChosen: shown.length === 1,
        page: link.absolute(link.editionPath(page.policy, id)),
        language,
        digest: context.proofs.texts.get(path) ?? '',
      };
    }),
    clauseName: nameOf('clause'),
    clauses: listed(context.bodyOf(textOf(standing))).map(({ anchor, citation, title }) => ({
      anchor,
      text: shorten([citation, title].join(' ').trim() || anchor),
    })),
  };
}

/** All clauses, or as many levels of them as make no more than 400; at least the first. */
function listed({ clauses }: Body): readonly Clause[] {
  for (let depth = Math.max(1, ...clauses.map((clause) => clause.depth)); depth > 1; depth -= 1) {
    const within = clauses.filter((clause) => clause.depth <= depth);
    if (within.length <= MOST_CLAUSES) return within;
  }
  return clauses.filter(({ depth }) => depth <= 1);
}

function shorten(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_TITLE ? text : `${letters.slice(0, LONGEST_TITLE).join('').trimEnd()}…`;
}
