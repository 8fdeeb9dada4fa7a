/** Small plans of a site, arranged as the real one would be, for tests of what is told about them. */
import type { Site } from '../../src/index.ts';
import type { Declared, Edition } from '../../src/model/policy.ts';
import { arrange } from '../../src/timeline/arrange.ts';
import { edition as issued, text } from '../builders.ts';

const TIME_ZONE = 'Europe/Moscow';
const AS_OF = Date.parse('2026-11-25T09:00:00Z');

/** An edition called `id` that takes force at `effective`, a day or an instant. */
export function edition(id: string, effective = id, declared: Declared = { kind: 'issued' }): Edition {
  const path = `policies/p/${id}.md`;
  return issued(effective, { id, declared, texts: [text('', { title: 'T', path })] });
}

/** The plan of a site with these policies as of 25 November 2026, noon in Moscow; two pages. */
export function sampleSite(policies: Readonly<Record<string, readonly Edition[]>>): Site {
  const timelines = Object.entries(policies).flatMap(([slug, editions]) => {
    const timeline = arrange({ slug, config: {}, editions }, { asOf: AS_OF, timeZone: TIME_ZONE });
    return timeline === undefined ? [] : [timeline];
  });
  return {
    config: { title: 'Acme', url: 'https://acme.example', base: '/', timeZone: TIME_ZONE, languages: ['en'] },
    asOf: { instant: AS_OF, day: '2026-11-25' },
    timelines,
    pages: [
      { kind: 'home', language: 'en', path: '', alternates: [] },
      { kind: 'not-found', language: 'en', path: '404.html', alternates: [] },
    ],
  };
}
