/** Every group that an edition names comes under it one day. */
import { type Instant, instantOf } from '../../model/civil-date.ts';
import { localText, type SiteConfig } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Edition, Policy } from '../../model/policy.ts';
import { placeOfKey } from '../edition-place.ts';
import { issuedEditions } from '../issued-editions.ts';
import type { Rule } from '../rule.ts';

/** A warning for each group whose day comes only when the edition is already replaced for everybody, withdrawn, or its policy ended. */
export const cohortOvertaken: Rule = {
  id: 'cohort-overtaken',
  check(policy, site) {
    const lives = livesOf(policy, site);
    const end = endOf(policy, site);
    return lives.flatMap((life) => {
      const { edition, effective, withdrawn } = life;
      // What never takes force for anybody has other rules, or is meant.
      if (effective >= Math.min(withdrawn, end)) return [];
      return edition.cohorts.flatMap((cohort): Diagnostic[] => {
        const from = instantOf(cohort.from, site.timeZone);
        if (from <= effective || comesUnder({ life, lives, from, end })) return [];
        const to = localText(cohort.to, site.languages[0], site.languages);
        return [
          {
            ruleId: cohortOvertaken.id,
            severity: 'warning',
            place: cohort.place ?? placeOfKey(edition, 'applies'),
            message: `“${to}” would come under the edition “${edition.id}” only on ${cohort.from.day}, but ${cause({ life, lives, from, end }, policy)}: it will never apply to them.`,
            hint: 'Correct one of the two dates; if it is meant so, nothing need be changed.',
          },
        ];
      });
    });
  },
};

/** When an edition may apply to everybody: from `universal` until `withdrawn`. */
interface Life {
  readonly edition: Edition;
  readonly effective: Instant;
  readonly universal: Instant;
  readonly withdrawn: Instant;
}

interface Question {
  readonly life: Life;
  readonly lives: readonly Life[];
  readonly from: Instant;
  readonly end: Instant;
}

/** In the order of taking force. */
function livesOf(policy: Policy, site: SiteConfig): Life[] {
  return issuedEditions(policy, site).map(({ edition, effective }) => ({
    edition,
    effective,
    universal: Math.max(effective, ...edition.cohorts.map(({ from }) => instantOf(from, site.timeZone))),
    withdrawn:
      edition.declared.kind === 'withdrawn'
        ? instantOf({ kind: 'day', day: edition.declared.on }, site.timeZone)
        : Number.POSITIVE_INFINITY,
  }));
}

function endOf({ config: { retired } }: Policy, { timeZone }: SiteConfig): Instant {
  return retired === undefined ? Number.POSITIVE_INFINITY : instantOf({ kind: 'day', day: retired.on }, timeZone);
}

/** From `from` on, the edition can come to apply at once, or later, when the one that replaced it is withdrawn. */
function comesUnder({ life, lives, from, end }: Question): boolean {
  const last = Math.min(life.withdrawn, end);
  const moments = [from, ...lives.map(({ withdrawn }) => withdrawn).filter((instant) => instant > from)];
  return moments.some((instant) => instant < last && replacementOf(life, lives, instant) === undefined);
}

/** The edition that applies to everybody in place of `life` at `instant`. */
function replacementOf(life: Life, lives: readonly Life[], instant: Instant): Edition | undefined {
  return lives
    .slice(lives.indexOf(life) + 1)
    .findLast(({ universal, withdrawn }) => universal <= instant && instant < withdrawn)?.edition;
}

function cause({ life, lives, from, end }: Question, { config: { retired } }: Policy): string {
  const { declared } = life.edition;
  if (declared.kind === 'withdrawn' && life.withdrawn <= from) return `the edition is withdrawn on ${declared.on}`;
  if (retired !== undefined && end <= from) return `the policy ends on ${retired.on}`;
  return `by then the edition “${replacementOf(life, lives, from)?.id}” is in force for everybody`;
}
