/** `promulgate preview`: builds the site, then serves it the way a static host does, builds again whenever a source is saved, and takes what its form sends, until it is asked to end. */
import path from 'node:path';
import { createLivePages, type LivePages } from '../../io/live-pages.ts';
import { makePrivateFolder } from '../../io/private-folder.ts';
import { type OpenPort, openPort } from '../../io/serve.ts';
import { reasonOf, type SystemError } from '../../io/system-error.ts';
import { type Watch, watchFolders } from '../../io/watch.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { listenerOf } from '../../receiver/listen.ts';
import type { Receiver } from '../../receiver/receiver.ts';
import { during } from '../fault.ts';
import { listeningProblem } from '../listening-problem.ts';
import { openReceiver } from '../open-receiver.ts';
import { PREVIEW_FOLDER, type PreviewOptions } from '../options.ts';
import { exitCodeOf, type Outcome } from '../outcome.ts';
import { previewOrigins } from '../preview-addresses.ts';
import { MOST_BYTES, PREVIEW_STORE } from '../receiver-options.ts';
import { readReceiverWords } from '../receiver-words.ts';
import { shownFolder } from '../shown-path.ts';
import type { SiteFacts } from '../site-facts.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { visibleLine } from '../visible-text.ts';
import { buildSite } from './build.ts';

/** Serves nothing if the build finds an error: an older site would be taken for the new one. */
export async function runPreview(options: PreviewOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { port: wanted, host } = options;
  const port = await during('starting the server', () =>
    openPort({ port: wanted, ...(host === undefined ? {} : { host }) }).catch(
      listeningProblem({ port: wanted, host: host ?? '127.0.0.1' }),
    ),
  );
  if (typeof port === 'string') {
    surroundings.stderr.write(`error: ${visibleLine(port)}\n`);
    return 2;
  }
  try {
    return await preview(port, options, surroundings);
  } finally {
    await during('closing the server', () => port.close());
  }
}

async function preview(port: OpenPort, options: PreviewOptions, surroundings: Surroundings): Promise<ExitCode> {
  // What is saved while the first build is on its way is not missed.
  const watch = watchFolders(options.root, ['policies', 'templates']);
  try {
    return await previewWatched({ port, watch }, options, surroundings);
  } finally {
    watch.close();
  }
}

async function previewWatched(
  { port, watch }: { readonly port: OpenPort; readonly watch: Watch },
  options: PreviewOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { previewOut: out, port: wanted, root, isVerbose, isQuiet } = options;
  const { stdout, stderr, cwd, untilStopped } = surroundings;
  const origins = previewOrigins(port.origin);
  const own = { ...options, out, receiver: `${origins[0]}/` };
  const { diagnostics, site } = await buildSite(own, surroundings);
  const code = exitCodeOf(diagnostics);
  if (code !== 0 || site === undefined) return code;
  await during('making the folder of the preview', () => makePrivateFolder(path.join(root, PREVIEW_FOLDER)));
  const note = (text: string) => (isQuiet ? undefined : stderr.write(`${text}\n`));
  const receiver = await startReceiver({ site, origins, root, note }, surroundings);
  const live = createLivePages();
  const url = port.serve({
    dir: out,
    base: site.config.base,
    live,
    ...(receiver === undefined ? {} : { onPost: listenerOf(receiver.app) }),
    ...(isVerbose ? { onRequest: (served) => stderr.write(`${requestText(served)}\n`) } : {}),
  });
  const actual = Number(new URL(url).port || 80);
  if (wanted !== 0 && actual !== wanted) stderr.write(`Port ${wanted} is taken; using ${actual}.\n`);
  note(`Serving ${shownFolder(out, { from: cwd })} as a static host would. Ctrl-C ends it.`);
  note('Whenever you save a file of policies/ or templates/, the site is made again, and your browser shows it.');
  const refusal = watch.refusal();
  if (refusal !== undefined) stderr.write(`${refusalText(refusal)}\n`);
  stdout.write(`${url}\n`);
  void untilStopped().then(watch.close);
  const build = (printed: readonly Diagnostic[]) => buildSite({ ...own, isAgain: true }, surroundings, printed);
  await buildWhenever(watch, { build, live, printed: diagnostics });
  await receiver?.close();
  return 0;
}

interface Rebuilding {
  readonly build: (printed: readonly Diagnostic[]) => Promise<Outcome>;
  readonly live: LivePages;
  /** What was found last. Whatever is mended and comes back is printed again. */
  readonly printed: readonly Diagnostic[];
}

/** If there is an error, the site stays as it was. */
async function buildWhenever(watch: Watch, { build, live, ...first }: Rebuilding): Promise<void> {
  let { printed } = first;
  while (await watch.changed()) {
    const { diagnostics, written } = await build(printed);
    const hasErrors = exitCodeOf(diagnostics) !== 0;
    // With an error, not all is looked for.
    printed = hasErrors ? [...printed, ...diagnostics] : diagnostics;
    if (!hasErrors && written !== undefined) live.renew();
  }
}

interface Circle {
  readonly site: Pick<SiteFacts, 'config'>;
  readonly origins: readonly string[];
  readonly root: string;
  /** Prints a line for people. */
  readonly note: (text: string) => void;
}

/** Undefined if the site has no form, or another preview has the folder of messages. */
async function startReceiver(circle: Circle, surroundings: Surroundings): Promise<Receiver | undefined> {
  const { site, origins, root, note } = circle;
  const { feedback, url, base } = site.config;
  if (feedback?.kind !== 'promulgate') return undefined;
  const { cwd, clock, stderr } = surroundings;
  const dir = path.join(root, PREVIEW_STORE);
  const options = {
    dir,
    sites: origins.map((origin) => `${origin}${base}`),
    published: `${url}${base}`,
    retainDays: 180,
    mostBytes: MOST_BYTES,
    rate: undefined,
    isBehindProxy: false,
    minSeconds: 3,
    proofBits: feedback.proofBits ?? 0,
    forwarding: undefined,
    clock,
    tell: (line: string) => note(visibleLine(line)),
    wordsFor: await readReceiverWords(root),
  };
  const opening = await openReceiver(options, cwd);
  if (opening.kind !== 'open') {
    const reason = opening.kind === 'busy' ? busyText(opening.holder) : opening.message;
    stderr.write(`The feedback form leads nowhere in this preview. ${reason}\n`);
    return undefined;
  }
  const store = shownFolder(dir, { from: cwd });
  const option = path.resolve(cwd, PREVIEW_STORE) === dir ? '' : ` --store ${store}`;
  note(`The feedback form is sent to this preview, not to the address in site.yaml; messages are kept in ${store}.`);
  note(`Send one, then read it in another terminal: promulgate inbox list${option}`);
  return opening.receiver;
}

function refusalText(error: SystemError): string {
  // Of a watch, the code of a full disk means another limit.
  const limit = 'the number of folders that may be watched is used up (ENOSPC; on Linux, fs.inotify.max_user_watches)';
  const reason = error.code === 'ENOSPC' ? limit : reasonOf(error);
  return `Not all folders can be watched: ${reason}. What you save in the others is shown when you start the preview again.`;
}

function busyText(holder: string): string {
  return `Another preview${holder === '' ? '' : ` (process ${holder})`} is running here. End it first.`;
}

function requestText({ method, target, status }: { method: string; target: string; status: number }): string {
  return visibleLine(`${status} ${method} ${target}`);
}
