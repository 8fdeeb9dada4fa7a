/** Small, valid views of each kind of page, for tests of the theme. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../src/model/file.ts';
import type { ChangesView, ComparedView, CompareView } from '../../src/theme/redline/view.ts';
import { createStrings } from '../../src/theme/strings.ts';
import type { VerifyView } from '../../src/theme/verify/view.ts';
import type {
  AnswerView,
  ArchiveRowView,
  ContentView,
  DateView,
  EditionView,
  LinkView,
  PolicyView,
  View,
} from '../../src/theme/view.ts';

const FOLDER = join(import.meta.dirname, '../../templates');

/** The default theme's files, as the build reads them. */
export const THEME: readonly SourceFile[] = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { path: path.slice(FOLDER.length + 1).replaceAll('\\', '/'), bytes: readFileSync(path) };
  });

export function textFile(path: string, text: string): SourceFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** The default theme with some files replaced or added. */
export function themeWith(...files: SourceFile[]): SourceFile[] {
  return [...THEME.filter(({ path }) => !files.some((file) => file.path === path)), ...files];
}

const { words } = createStrings(THEME, ['en']).wordsFor('en');
const DAY: DateView = { iso: '2020-02-04', text: '4 February 2020' };

export function edition(changes: Partial<EditionView> = {}): EditionView {
  return {
    id: '2020-02-04',
    title: 'Privacy policy',
    language: 'en',
    direction: 'ltr',
    citation: 'Privacy policy, edition of 4 February 2020',
    sentences: ['In force from 4 February 2020.'],
    effective: DAY,
    languages: [],
    notices: [],
    noticesLater: [],
    changeovers: [],
    moved: [],
    cohorts: [],
    relevantDates: [],
    headingHtml: 'Privacy policy',
    bodyHtml: '<h2 id="data">Data</h2><p>We keep little.</p>',
    contents: [],
    permanent: { text: 'https://legal.acme.example/privacy/2020-02-04/', href: '2020-02-04/' },
    textFile: { text: 'The text as a file', href: '2020-02-04/text.md', sha256: 'ab'.repeat(32) },
    current: { text: 'The edition in force', href: './' },
    archive: { text: 'All editions', href: 'archive/' },
    corrections: [],
    tombstones: [],
    ...changes,
  };
}

/** An edition with everything that one can have. */
export function fullEdition(): EditionView {
  return edition({
    version: '3.2',
    published: { iso: '2020-01-28', text: '28 January 2020' },
    summary: 'Adds the payment processor.',
    changes: { text: 'What changed, word by word', href: 'changes/' },
    languages: LANGUAGES,
    notices: [
      { kind: 'past', text: 'Applied until 3 May 2021.', links: [{ text: 'The edition in force', href: '../' }] },
    ],
    contents: [
      { href: '#data', label: '1', title: 'Data', depth: 1 },
      { href: '#more', label: '', title: 'More', depth: 2 },
    ],
    bodyHtml: '<h2 id="data">Data</h2><p>We keep little.</p><h3 id="more">More</h3><p>Less.</p>',
    previous: { text: 'Edition of 12 March 2018', href: '../2018-03-12/' },
    next: { text: 'Edition of 4 May 2021', href: '../2021-05-04/' },
    feedback: { text: 'Give feedback on this text', href: '../../feedback/' },
    noticesLater: [{ from: '2026-12-31T21:00:00.000Z', notices: [{ kind: 'retired', text: 'Retired.', links: [] }] }],
    changeovers: [
      {
        from: '2026-12-31T21:00:00.000Z',
        edition: '2027-01-01',
        href: '2027-01-01/',
        said: 'This page shows the edition of 1 January 2027.',
        notice: {
          kind: 'past',
          text: 'Applied until 31 December 2026.',
          links: [{ text: 'Edition of 1 January 2027', href: '2027-01-01/' }],
        },
        tombstones: [],
      },
    ],
    moved: [DAY],
    cohorts: [{ to: 'new accounts', from: DAY }],
    relevantDates: [{ link: { text: '3.1', href: '#data' }, from: DAY }],
    corrections: [{ on: DAY, clause: '3.1', was: '3O days', now: '30 days', reason: 'Typing error' }],
    original: { text: 'The text before', href: 'original/text.md', sha256: 'cd'.repeat(32) },
  });
}

const LANGUAGES = [
  { tag: 'en', name: 'English', href: './', isCurrent: true },
  { tag: 'ru', name: 'Русский', href: '../ru/', isCurrent: false },
];

const ROW: ArchiveRowView = {
  title: 'Privacy policy',
  href: '2020-02-04/',
  effective: DAY,
  interval: 'From 4 February 2020',
  moved: [],
  languages: [],
};

const ANSWERS: readonly AnswerView[] = [
  {
    until: { instant: '2020-02-03T21:00:00.000Z', day: '2020-02-03' },
    when: 'Until 3 February 2020',
    text: 'Before the first.',
    editions: [],
  },
  {
    from: { instant: '2020-02-03T21:00:00.000Z', day: '2020-02-04' },
    when: 'From 4 February 2020',
    text: 'Not for all:',
    editions: [{ to: 'new accounts', link: { text: 'Edition of 4 February 2020', href: '../2020-02-04/' } }],
  },
];

const COMPARE: LinkView = { text: 'Compare any two editions', href: '../compare/' };
const OLDER: ComparedView = {
  link: { text: 'Edition of 12 March 2018', href: '../../2018-03-12/' },
  sentences: ['In force from 12 March 2018 until 3 February 2020.'],
};
const NEWER: ComparedView = {
  link: { text: 'Edition of 4 February 2020', href: '../' },
  version: '3.2',
  sentences: ['Applies from 4 February 2020.'],
};

function changes(more: Partial<ChangesView> = {}): ChangesView {
  return {
    older: OLDER,
    newer: NEWER,
    passedOver: [],
    language: 'en',
    direction: 'ltr',
    countsHtml: '<p>No change in wording.</p>',
    listHtml: '',
    bodyHtml: '<p>We keep little.</p>',
    current: { text: 'The edition in force', href: '../../' },
    archive: { text: 'All editions', href: '../../archive/' },
    ...more,
  };
}

function fullChanges(): ChangesView {
  return changes({
    passedOver: ['The edition of 1 May 2019, withdrawn on 3 May 2019, is passed over.'],
    summary: 'Adds the payment processor.',
    listHtml: '<h3>Changed</h3><ul><li><a href="#page:change-1">3.1</a></li></ul>',
    previous: { text: 'Changes in the edition of 12 March 2018', href: '../../2018-03-12/changes/' },
    next: { text: 'Changes in the edition of 4 May 2021', href: '../../2021-05-04/changes/' },
    compare: COMPARE,
  });
}

function comparison(): CompareView {
  return {
    path: 'privacy/compare/',
    titleFilled: 'Privacy policy: from {from} to {to} – Acme',
    imprintFilled: 'Privacy policy: from {from} to {to}. {address}',
    direction: 'ltr',
    wordsJson: '{}',
    editions: [
      {
        ...NEWER,
        id: '2020-02-04',
        name: '4 February 2020',
        choice: '4 February 2020: applies from 4 February 2020',
        passedOver: [],
        isPassedOver: false,
        body: '../2020-02-04/body.json',
        changes: { text: 'Changes in the edition of 4 February 2020', href: '../2020-02-04/changes/' },
      },
      {
        ...OLDER,
        id: '2018-03-12',
        name: '12 March 2018',
        choice: '12 March 2018',
        passedOver: [],
        isPassedOver: false,
        body: '../2018-03-12/body.json',
      },
      {
        ...OLDER,
        id: '2017-03-12',
        name: '12 March 2017',
        choice: '12 March 2017',
        passedOver: [],
        isPassedOver: false,
      },
    ],
    older: '2018-03-12',
    newer: '2020-02-04',
    current: { text: 'The edition in force', href: '../' },
    archive: { text: 'All editions', href: '../archive/' },
  };
}

const WORDED: LinkView = { text: 'What changed, word by word', href: '2020-02-04/changes/' };

export function policy(changes: Partial<PolicyView> = {}): PolicyView {
  return {
    title: 'Privacy policy',
    href: 'privacy/',
    sentences: ['In force from 4 February 2020.'],
    sentencesLater: [{ from: '2026-12-31T21:00:00.000Z', sentences: ['In force from 1 January 2027.'] }],
    isRetired: false,
    answers: ANSWERS,
    corrections: [],
    current: { text: 'The edition in force', href: 'privacy/' },
    archive: { text: 'All editions', href: 'privacy/archive/' },
    editions: [
      ROW,
      {
        ...ROW,
        title: 'Data statement',
        version: '1',
        published: DAY,
        summary: 'First.',
        changes: WORDED,
        languages: LANGUAGES,
      },
    ],
    ...changes,
  };
}

const CORRECTIONS: PolicyView['corrections'] = [
  {
    ...{ on: DAY, clause: '3.1', was: '3O days', now: '30 days', reason: 'Typing error' },
    edition: { text: 'Edition of 4 February 2020', href: '../2020-02-04/' },
  },
  {
    ...{ on: DAY, was: 'adress', now: 'address', reason: 'Typing error' },
    edition: { text: 'Edition of 4 February 2020', href: '../2020-02-04/' },
  },
];

export function view(content: ContentView, page: Partial<View['page']> = {}): View {
  return {
    page: {
      kind: content.kind,
      language: 'en',
      direction: 'ltr',
      title: 'Privacy policy – Acme',
      heading: 'Privacy policy',
      canonical: 'https://legal.acme.example/privacy/',
      isIndexed: true,
      alternates: [{ tag: 'ru', href: 'https://legal.acme.example/ru/privacy/' }],
      imprint: 'Privacy policy, edition of 4 February 2020. https://legal.acme.example/privacy/2020-02-04/',
      ...page,
    },
    site: {
      title: 'Acme policies',
      timeZone: 'Europe/Moscow',
      home: '../',
      archive: { text: 'Archive', href: '../archive/' },
      verify: { text: 'Check a copy', href: '../verify/' },
      calendar: { text: 'Calendar of coming changes', href: '../changes.ics' },
      feeds: [{ text: 'Feed of all changes', href: '../feed.xml', title: 'Acme' }],
      feedback: { text: 'Feedback', href: '../feedback/' },
      policies: [{ text: 'Privacy policy', href: '../privacy/', isCurrent: true }],
      languages: LANGUAGES,
      ledger: { text: 'Ledger of publications', href: '../ledger.json', head: 'cd'.repeat(32) },
      organization: {
        name: 'Acme LLC',
        address: '1 Street\nTown',
        identifiers: [{ name: 'Number', value: '512' }],
        contacts: [
          { name: 'E-mail', value: 'privacy@acme.example', href: 'mailto:privacy@acme.example' },
          { name: 'Post', value: 'Box 1' },
        ],
      },
    },
    assets: {
      css: '../assets/site.css',
      js: '../assets/site.js',
      time: '../assets/time.js',
      icon: '../assets/icon.svg',
      redlineCss: '../assets/redline.css',
      redline: '../assets/redline.js',
      engine: '../assets/engine.js',
      compare: '../assets/compare.js',
      feedbackCss: '../assets/feedback.css',
      feedbackPost: '../assets/feedback-post.js',
      feedback: '../assets/feedback.js',
      verify: '../assets/verify.js',
    },
    words,
    content,
  };
}

const VERIFY: VerifyView = {
  wordsJson: '{}',
  furnitureJson: '[]',
  address: 'https://legal.acme.example/verify/',
  origin: 'https://legal.acme.example',
  ledger: { text: 'Ledger of publications', href: '../ledger.json', head: 'cd'.repeat(32) },
  texts: [
    {
      ...{ name: 'Privacy policy, edition of 4 February 2020', title: 'Privacy policy' },
      ...{ language: 'en', direction: 'ltr', languageName: 'English', note: 'not in the ledger' },
      ...{ source: 'ab'.repeat(32), text: 'ef'.repeat(32), key: 'privacy/2020-02-04/en' },
      facts: ['In force from 4 February 2020.', 'Corrections: 15 June 2021.'],
      ...{
        href: '../privacy/2020-02-04/',
        file: '../privacy/2020-02-04/text.md',
        body: '../privacy/2020-02-04/body.json',
      },
    },
    {
      ...{ name: 'Privacy policy, edition of 4 February 2020', title: 'Privacy policy' },
      ...{ language: 'en', direction: 'ltr', source: '12'.repeat(32), text: '34'.repeat(32) },
      ...{ key: 'privacy/2020-02-04/en', facts: [] },
    },
  ],
};

/** One view of every kind, the fullest and, for editions, the barest. */
export const VIEWS: readonly View[] = [
  view({
    kind: 'home',
    policies: [policy({ description: 'What we keep.' }), policy({ title: 'Terms', isRetired: true })],
    announced: [{ effective: DAY, link: { text: 'Terms', href: 'terms/2027/' }, summary: 'Names the host.' }],
    announcedLater: [{ from: '2026-12-31T21:00:00.000Z', announced: [] }],
  }),
  view({ kind: 'policy', edition: edition() }),
  view({ kind: 'edition', edition: fullEdition() }, { isIndexed: false }),
  view({
    kind: 'policy-archive',
    policy: policy({ description: 'What we keep.', compare: COMPARE, corrections: CORRECTIONS }),
  }),
  view({ kind: 'changes', changes: changes() }, { isIndexed: false }),
  view({ kind: 'changes', changes: fullChanges() }, { isIndexed: false }),
  view({ kind: 'compare', compare: comparison() }, { isIndexed: false }),
  view({ kind: 'verify', verify: VERIFY }, { isIndexed: false }),
  view({ kind: 'archive', policies: [policy(), policy({ title: 'Terms' })], corrections: CORRECTIONS }),
  view({
    kind: 'feedback',
    feedback: {
      action: 'https://forms.acme.example/policy',
      privacy: {
        ...{ text: 'Privacy policy', href: '../privacy/' },
        editions: [
          { link: { text: 'Edition of 1 May 2026', href: '../privacy/2026-05-01/' }, interval: 'From 1 May 2026' },
        ],
      },
      host: 'forms.acme.example',
      honeypot: 'note_2',
      hidden: [{ name: 'page', role: 'page', value: '' }],
      script: '{}',
      fields: [
        {
          name: 'name',
          id: 'f-name',
          type: 'text',
          label: 'Name',
          isRequired: false,
          maxLength: 99,
          autocomplete: 'name',
          options: [],
        },
        { name: 'email', id: 'f-email', type: 'email', label: 'E-mail', isRequired: true, maxLength: 254, options: [] },
        {
          name: 'topic',
          id: 'f-topic',
          type: 'select',
          label: 'Topic',
          isRequired: true,
          maxLength: 99,
          options: [{ value: 'A', text: 'A', isChosen: false }],
        },
        {
          name: 'message',
          id: 'f-message',
          type: 'textarea',
          label: 'Message',
          isRequired: true,
          maxLength: 999,
          options: [],
        },
      ],
    },
  }),
  view({ kind: 'thanks' }),
  view({ kind: 'not-found' }),
];
