/** `promulgate preview`: builds the site, then serves the output folder the way a static host does, until it is asked to end. */
import { serve } from '../../io/serve.ts';
import { during } from '../fault.ts';
import type { PreviewOptions } from '../options.ts';
import { exitCodeOf } from '../outcome.ts';
import { shownFolder } from '../shown-path.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { visibleLine } from '../visible-text.ts';
import { buildSite } from './build.ts';

/** Serves nothing if the build finds an error: an older site would be taken for the new one. */
export async function runPreview(options: PreviewOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { diagnostics, site } = await buildSite(options, surroundings);
  const code = exitCodeOf(diagnostics);
  if (code !== 0) return code;
  const { out, port, host, isVerbose } = options;
  const { stdout, stderr, cwd, untilStopped } = surroundings;
  const server = await during('starting the server', () =>
    serve({
      dir: out,
      base: site?.config.base ?? '/',
      port,
      ...(host === undefined ? {} : { host }),
      ...(isVerbose ? { onRequest: (served) => stderr.write(`${requestText(served)}\n`) } : {}),
    }),
  );
  const actual = Number(new URL(server.url).port || 80);
  if (port !== 0 && actual !== port) stderr.write(`Port ${port} is taken; using ${actual}.\n`);
  if (!options.isQuiet)
    stderr.write(`Serving ${shownFolder(out, { from: cwd })} as a static host would. Ctrl-C ends it.\n`);
  stdout.write(`${server.url}\n`);
  await untilStopped();
  await during('closing the server', () => server.close());
  return 0;
}

function requestText({ method, target, status }: { method: string; target: string; status: number }): string {
  return visibleLine(`${status} ${method} ${target}`);
}
