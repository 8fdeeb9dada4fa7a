/** The site and the words of its default language go in; `changes.ics` comes out: an event for each day on which something is to change. */
import createCalendar, { ICalCalendarMethod, type ICalEventData, ICalEventTransparency } from 'ical-generator';
import { absoluteUrl, addresses } from '../model/address.ts';
import { type ComingChange, comingChanges } from '../model/coming-changes.ts';
import { type LocalText, localText } from '../model/config.ts';
import type { OutputFile } from '../model/file.ts';
import { CALENDAR_PATH } from '../model/moment-files.ts';
import { type EditionText, textIn } from '../model/policy.ts';
import type { Site } from '../model/site.ts';
import { standing, type Timeline } from '../model/timeline.ts';

/** The sentences of a calendar in one language. */
export interface CalendarWords {
  /** Names the calendar of the site called `site`. */
  readonly name: (site: string) => string;
  /** `to` is empty where the edition applies to everybody. */
  readonly applies: (policy: string, to: string) => string;
  readonly withdrawn: (policy: string) => string;
  readonly retired: (policy: string) => string;
}

/** Programs that have subscribed are to look once a day: seconds. */
const REFRESH = 24 * 60 * 60;

/** A calendar must hold something (RFC 5545, 3.6): this is in one without events. */
const UTC_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'TZNAME:UTC',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/**
 * RFC 5545 and, for its name and how often it is to be read, RFC 7986. It is there even where nothing is to come, so that
 * whoever has subscribed learns of what is announced later. Days are all-day events, instants are in UTC; an event keeps
 * its UID when its date is moved, and its SEQUENCE goes up.
 */
export function calendar(site: Site, words: CalendarWords): OutputFile {
  const { config, timelines } = site;
  const title = localText(config.title, config.languages[0], config.languages);
  const changes = timelines.flatMap((timeline) =>
    comingChanges(timeline, config.timeZone).map((change) => ({ timeline, change })),
  );
  const written = createCalendar({
    prodId: '//Promulgate//Changes//EN',
    method: ICalCalendarMethod.PUBLISH,
    // The library writes names as they are.
    name: escapeText(oneLine(words.name(title))),
    source: absoluteUrl(config, CALENDAR_PATH),
    ttl: REFRESH,
    ...(changes.length > 0 ? {} : { timezone: { name: 'Etc/UTC', generator: () => UTC_ZONE } }),
    events: changes
      .sort((a, b) => a.change.instant - b.change.instant)
      .map((entry) => event({ ...entry, site, words })),
  });
  return { path: CALENDAR_PATH, content: `${written.toString()}\r\n` };
}

interface Entry {
  readonly site: Site;
  readonly words: CalendarWords;
  readonly timeline: Timeline;
  readonly change: ComingChange;
}

function event(entry: Entry): ICalEventData {
  const { site, change } = entry;
  const { summary, notes, path, id, sequence } = content(entry);
  const { host } = new URL(site.config.url);
  const url = absoluteUrl(site.config, path);
  const isDay = change.moment.kind === 'day';
  return {
    id: `${site.config.base.slice(1)}${id}@${host}`,
    sequence,
    stamp: new Date(site.asOf.instant),
    start: new Date(isDay ? `${change.moment.day}T00:00:00Z` : change.instant),
    allDay: isDay,
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: oneLine(summary),
    description: [...notes.map(oneLine), url].join('\n'),
    url,
  };
}

interface Content {
  readonly summary: string;
  readonly notes: readonly string[];
  /** Of the page that tells more, below the site's root. */
  readonly path: string;
  /** Unique in the site; never changes. A `#` cannot be in the names of policies and editions. */
  readonly id: string;
  readonly sequence: number;
}

function content({ site: { config }, words, timeline, change }: Entry): Content {
  const { slug } = timeline.policy;
  const at = addresses(config, config.languages[0]);
  const inDefault = (text: LocalText) => localText(text, config.languages[0], config.languages);
  switch (change.kind) {
    case 'applies': {
      const { id, announcedEffective } = change.dated.edition;
      const { title: policy, summary } = textOf(change.dated.edition, timeline, config);
      const to = change.to.map(inDefault).join(', ');
      return {
        summary: words.applies(policy, to),
        notes: summary === undefined ? [] : [summary],
        path: at.edition(slug, id),
        id: `${slug}/${id}${change.round === 0 ? '' : `#${change.round + 1}`}`,
        sequence: announcedEffective.length,
      };
    }
    case 'withdrawn': {
      const { id } = change.dated.edition;
      const { title: policy } = textOf(change.dated.edition, timeline, config);
      return {
        summary: words.withdrawn(policy),
        notes: [change.reason],
        path: at.edition(slug, id),
        id: `${slug}/${id}#withdrawn`,
        sequence: 0,
      };
    }
    case 'retired': {
      const { title: policy } = textOf(standing(timeline).edition, timeline, config);
      const { reason, replacedBy } = change.retirement;
      return {
        summary: words.retired(policy),
        notes: [inDefault(reason), ...replacedBy.filter((target) => URL.canParse(target))],
        path: at.policy(slug),
        id: `${slug}#retired`,
        sequence: 0,
      };
    }
  }
}

/** The text in the site's default language, or the nearest to it. */
function textOf(edition: Parameters<typeof textIn>[0], { policy }: Timeline, config: Site['config']): EditionText {
  const [first, ...others] = config.languages;
  return textIn(edition, [first, policy.config.authoritative, ...others]);
}

/** Without line ends and other control characters, which would begin a line of the file or are not allowed in it. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&');
}
