import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarWords, calendar } from '../../src/site/calendar.ts';
import { arrangedSite, type PolicyCase, type SiteCase } from '../arranged-site.ts';
import { edition, moment, text, withdrawn } from '../builders.ts';

const WORDS: CalendarWords = {
  name: (site) => `Changes of ${site}`,
  applies: (policy, to) => `${policy} applies${to === '' ? '' : ` to ${to}`}`,
  withdrawn: (policy) => `${policy} withdrawn`,
  retired: (policy) => `${policy} ends`,
};

const contentOf = (policies: Readonly<Record<string, PolicyCase>>, options?: SiteCase) =>
  String(calendar(arrangedSite(policies, options), WORDS).content);

/** The calendar as another program reads it. */
function read(content: string) {
  const component = new ICAL.Component(ICAL.parse(content));
  const events = component.getAllSubcomponents('vevent').map((sub) => ({ event: new ICAL.Event(sub), sub }));
  return { component, events };
}

const eventsOf = (given: PolicyCase, options?: SiteCase) => read(contentOf({ privacy: given }, options)).events;
const uidsOf = (given: PolicyCase, options?: SiteCase) => eventsOf(given, options).map(({ event }) => event.uid);

const old = edition('2020-02-04');
const cohorts = [
  { to: { en: 'new accounts' }, from: moment('2027-01-01') },
  { to: { en: 'old accounts' }, from: moment('2027-03-01') },
];
const retired = { on: '2027-06-01', reason: { en: 'Shop closed' }, replacedBy: ['https://acme.example/'] };

describe('changes.ics', () => {
  it('has one all-day event for the day of each announced edition', () => {
    const coming = edition('2027-01-01', {
      texts: [text('', { title: 'Privacy', summary: 'Adds a list; says why.' })],
    });
    const events = eventsOf([old, edition('2028-01-01'), coming]);
    expect(events.map(({ event }) => [event.startDate.toString(), event.startDate.isDate])).toEqual([
      ['2027-01-01', true],
      ['2028-01-01', true],
    ]);
    const [first] = events;
    expect(first?.event).toMatchObject({
      uid: 'privacy/2027-01-01@legal.acme.example',
      summary: 'Privacy applies',
      description: 'Adds a list; says why.\nhttps://legal.acme.example/privacy/2027-01-01/',
      sequence: 0,
    });
    expect(first?.sub.getFirstPropertyValue('url')).toBe('https://legal.acme.example/privacy/2027-01-01/');
    expect(first?.sub.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-25T09:00:00Z');
  });

  it('puts an instant in UTC', () => {
    const [noon] = eventsOf([old, edition('2027-01-01T12:00+03:00', { id: 'noon' })]);
    expect(noon?.event.startDate.toString()).toBe('2027-01-01T09:00:00Z');
  });

  it('has an event for the day of each cohort, one for those of the same day', () => {
    const third = { to: { en: 'very old accounts' }, from: moment('2027-03-01') };
    const events = eventsOf([old, edition('2027-01-01', { cohorts: [...cohorts, third] })]);
    expect(events.map(({ event }) => [event.uid, event.startDate.toString(), event.summary])).toEqual([
      ['privacy/2027-01-01@legal.acme.example', '2027-01-01', 'Privacy policy applies to new accounts'],
      [
        'privacy/2027-01-01#2@legal.acme.example',
        '2027-03-01',
        'Privacy policy applies to old accounts, very old accounts',
      ],
    ]);
  });

  it('keeps the name of a cohort’s event when the first day has gone by', () => {
    const given = [old, edition('2027-01-01', { cohorts })];
    expect(uidsOf(given, { asOf: '2027-02-01T00:00:00Z' })).toEqual(['privacy/2027-01-01#2@legal.acme.example']);
  });

  it('tells of a withdrawal and of the end of a policy', () => {
    const [withdrawal, end] = eventsOf({ editions: [old, withdrawn('2026-01-01', '2027-01-01')], retired });
    expect(withdrawal?.event).toMatchObject({
      uid: 'privacy/2026-01-01#withdrawn@legal.acme.example',
      summary: 'Privacy policy withdrawn',
      description: 'Issued in error\nhttps://legal.acme.example/privacy/2026-01-01/',
    });
    expect(end?.event).toMatchObject({
      uid: 'privacy#retired@legal.acme.example',
      description: 'Shop closed\nhttps://acme.example/\nhttps://legal.acme.example/privacy/',
    });
    expect(end?.event.startDate.toString()).toBe('2027-06-01');
  });

  it('moves an event with its date: the same name, a higher sequence', () => {
    const before = eventsOf([old, edition('2027-01-01', { id: 'v2' })]);
    const moved = edition('2027-02-01', { id: 'v2', announcedEffective: [moment('2027-01-01')] });
    const after = eventsOf([old, moved]);
    expect(after[0]?.event.uid).toBe(before[0]?.event.uid);
    expect(after[0]?.event.startDate.toString()).toBe('2027-02-01');
    expect([before[0]?.event.sequence, after[0]?.event.sequence]).toEqual([0, 1]);
  });

  it('gives sites that share a host different names', () => {
    const [one] = uidsOf([edition('2027-01-01')], { config: { base: '/a/' } });
    expect(one).toBe('a/privacy/2027-01-01@legal.acme.example');
  });

  it('is a valid calendar with a name even where nothing is to come', () => {
    const { component, events } = read(contentOf({ privacy: [old] }));
    expect(events).toEqual([]);
    expect(component.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
    expect(component.getFirstPropertyValue('version')).toBe('2.0');
    expect(component.getFirstPropertyValue('prodid')).toBe('-//Promulgate//Changes//EN');
    expect(component.getFirstPropertyValue('name')).toBe('Changes of Acme policies');
  });

  it('is the same for the same site', () => {
    const given = { privacy: { editions: [old, edition('2027-01-01', { cohorts })], retired } };
    expect(contentOf(given)).toBe(contentOf(given));
  });

  it('has lines of at most 75 octets that end with CR and LF, whatever the script', () => {
    const title = 'Политика конфиденциальности 個人情報保護方針 👩‍👩‍👧 '.repeat(5).trim();
    const content = contentOf({ privacy: [edition('2027-01-01', { texts: [text('', { title, summary: title })] })] });
    const lines = content.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(read(content).events[0]?.event.summary).toBe(`${title} applies`);
  });

  it('lets no text of an author begin a line or end a value', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\r\nBEGIN:VEVENT',
        '\nATTACH:x',
        '\rX',
        '\u0085X',
        '\u2028X',
        ';,:\\"',
        '\\n',
        '\\',
        'a\u0000b',
        '\u0007',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(nasty, { maxLength: 6 }).map((parts) => `T${parts.join('')}`),
        (title) => {
          const texts = [text('', { title, summary: title })] as const;
          const editions = [
            edition('2026-01-01', { texts }),
            edition('2027-01-01', { texts, cohorts: [{ to: title, from: moment('2027-01-01') }] }),
          ];
          const given = { editions, retired: { ...retired, reason: title } };
          const content = contentOf({ privacy: given }, { config: { title } });
          expect(content.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
          const names = content
            .replaceAll('\r\n ', '')
            .split('\r\n')
            .filter((line) => line !== '')
            .map((line) => line.slice(0, line.search(/[:;]/)));
          const head = [
            'BEGIN',
            'VERSION',
            'PRODID',
            'SOURCE',
            'METHOD',
            'NAME',
            'X-WR-CALNAME',
            'REFRESH-INTERVAL',
            'X-PUBLISHED-TTL',
          ];
          const allDay = ['X-MICROSOFT-CDO-ALLDAYEVENT', 'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT'];
          const event = [
            'BEGIN',
            'UID',
            'SEQUENCE',
            'DTSTAMP',
            'DTSTART',
            ...allDay,
            'SUMMARY',
            'TRANSP',
            'DESCRIPTION',
            'URL',
            'END',
          ];
          expect(names).toEqual([...head, ...event, ...event, 'END']);
          const plain = title
            .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
            .replace(/ {2,}/g, ' ')
            .trim();
          const { component, events } = read(content);
          expect(events[1]?.event.description.split('\n')[0]).toBe(plain);
          // That program knows no NAME, and so leaves its value as it stands.
          const name = String(component.getFirstPropertyValue('name'));
          expect(name).toMatch(/^(?:[^\\;,]|\\[\\;,])*$/u);
          expect(name.replace(/\\(.)/gu, '$1')).toBe(`Changes of ${plain}`);
        },
      ),
      { numRuns: 60 },
    );
  });
});
