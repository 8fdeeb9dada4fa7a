/** A site as data goes in; its settings, those of a policy or its theme are changed at random. */
import { someDay, someOf, somePolicy, WORDS } from './site.mjs';

export function setFeedback(site, random) {
  site.config.feedback = random.pick([
    '{endpoint: https://forms.acme.example/policy, kind: generic}',
    `{endpoint: https://forms.acme.example/, kind: promulgate, proofBits: ${10 + random.below(4)}}`,
    '{endpoint: https://forms.acme.example/p, kind: generic, fields: [{name: message, type: textarea, label: Yours, required: true}]}',
    '{endpoint: "mailto:legal@acme.example", kind: mailto}',
  ]);
}

export function setPolicy(site, random) {
  const { config } = somePolicy(site, random);
  const [key, value] = random.pick([
    ['order', 1 + random.below(9)],
    ['description', `All about the ${random.pick(WORDS)}`],
    ['numbering', random.pick(['decimal', 'as-typed', '[a., 1., A., i.]'])],
    ['authoritative', 'en'],
    ['reviewed', someDay(random)],
    ['retired', `{on: ${someDay(random, 2026)}, reason: The service has ended}`],
    ['retired', `{on: ${someDay(random, 2027)}, reason: It has ended, replacedBy: [${someOf(site.policies, random)}]}`],
    ['silence', '[{rule: summary-missing, reason: We need none}]'],
  ]);
  if (config[key] !== undefined && random.isTimeFor(0.6)) delete config[key];
  else config[key] = value;
}

export function setSite(site, random) {
  const { config } = site;
  site.count += 1;
  random.pick([
    () => (config.title = `Acme ${site.count}`),
    () => (config.url = `https://legal${site.count}.acme.example`),
    () => (config.base = random.pick(['/', '/legal/', '/policies/all/'])),
    () => (config.timeZone = random.pick(['UTC', 'Europe/Moscow', 'Pacific/Apia', 'America/New_York'])),
    () =>
      (config.organization = `{name: Acme ${site.count} LLC, contacts: [{name: Telephone, value: +1 202 555 0100}]}`),
    () => (config.noticeDays = 10 + random.below(30)),
    () => setFeedback(site, random),
    () => delete config[random.pick(['base', 'organization', 'noticeDays', 'feedback'])],
  ])();
}

export function ownTemplate(site, random) {
  const path = random.pick([
    'parts/footer.liquid',
    'parts/contents.liquid',
    'not-found.liquid',
    'assets/site.css',
    'strings/en.yaml',
    'strings/ru.yaml',
  ]);
  const name = `templates/${path}`;
  site.count += 1;
  if (site.files[name] !== undefined && random.isTimeFor(0.5)) delete site.files[name];
  else if (path.endsWith('.yaml'))
    site.files[name] = { copyOf: path, from: /^(home: ).*$/m, to: `$1Policies ${site.count}` };
  else if (path.endsWith('.css')) site.files[name] = { copyOf: path, from: /$/, to: `\n/* ${site.count} */\n` };
  else site.files[name] = { copyOf: path, from: /$/, to: `<!-- ${site.count} -->\n` };
}
