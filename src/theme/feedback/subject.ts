/** The form's page goes in; what a message from it is about comes out: a policy and its editions, or one edition and its clauses. */
import { addresses } from '../../model/address.ts';
import type { Page } from '../../model/site.ts';
import { editionLink, policyTitle, textShown } from '../edition-view.ts';
import type { PageContext } from '../page-context.ts';
import { clauseChoice } from './clause-choice.ts';
import type { SubjectView } from './view.ts';

export type SubjectPage = Extract<Page, { kind: 'policy-feedback' | 'edition-feedback' }>;

/** What a page tells the receiver of the text that was read, and how it shows that to the visitor. */
export interface Subject {
  /** What the hidden fields hold. */
  readonly told: {
    readonly edition: string;
    readonly language: string;
    readonly page: string;
    readonly digest: string;
  };
  readonly view: SubjectView;
  /** The addresses of all clauses of the edition, and of those that its list leaves out: with blanks between them. */
  readonly anchors: string;
  readonly unlisted: string;
}

/** `clauseName`: the name under which the service takes the clause. */
export function subjectOf(page: SubjectPage, context: PageContext, clauseName: string): Subject {
  return page.kind === 'policy-feedback' ? policySubject(page, context) : editionSubject(page, context, clauseName);
}

function policySubject(
  { policy, language }: Extract<Page, { kind: 'policy-feedback' }>,
  context: PageContext,
): Subject {
  const { link, site, index } = context;
  const at = addresses(site.config, language);
  const path = link.policyPath(policy);
  const forms = context.timelineOf(policy).editions.flatMap(({ edition: { id } }) => {
    const form = at.editionFeedback(policy, id);
    return index.byPath.has(form) ? [{ text: editionLink(policy, id, context).text, href: link.to(form) }] : [];
  });
  return {
    told: { edition: '', language, page: link.absolute(path), digest: '' },
    view: {
      kind: 'policy',
      text: { text: policyTitle(policy, language, context), href: link.to(path) },
      editions: forms.toReversed(),
    },
    ...{ anchors: '', unlisted: '' },
  };
}

function editionSubject(
  page: Extract<Page, { kind: 'edition-feedback' }>,
  context: PageContext,
  clauseName: string,
): Subject {
  const { link, site, proofs } = context;
  const { policy, edition: id } = page;
  const text = textShown(page, context);
  const path = link.editionPath(policy, id);
  const choice = clauseChoice(context.bodyOf(text));
  return {
    told: {
      edition: id,
      language: text.language,
      page: link.absolute(path),
      digest: proofs.texts.get(text.path) ?? '',
    },
    view: {
      kind: 'edition',
      text: { text: context.voice.words.say('feedback-to-text'), href: link.to(path) },
      policyForm: {
        text: context.voice.words.say('feedback-other-edition'),
        href: link.to(addresses(site.config, page.language).policyFeedback(policy)),
      },
      clauseName,
      clauses: choice.listed,
    },
    anchors: choice.anchors,
    unlisted: choice.unlisted,
  };
}
