/** The sources go in; two programs of one piece each come out: the command, which starts faster so, and what runs in a visitor's browser. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const COMMAND = 'lib/command';

const shared = { bundle: true, charset: 'utf8', logLevel: 'warning' };

await build({
  ...shared,
  entryPoints: ['src/browser.ts'],
  outfile: 'templates/assets/engine.js',
  format: 'iife',
  globalName: 'promulgate',
  target: ['es2022', 'safari16.4'],
  minify: true,
  legalComments: 'inline',
});

rmSync(COMMAND, { recursive: true, force: true });
const { metafile } = await build({
  ...shared,
  entryPoints: [
    { in: 'src/cli/main.ts', out: 'main' },
    { in: 'src/io/policy-thread.ts', out: 'policy-thread' },
  ],
  outdir: COMMAND,
  // All in one folder: files beside the code, such as the templates, are found from any of them.
  chunkNames: '[name]-[hash]',
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Names stay, for whoever reads the trace of a fault.
  minifyWhitespace: true,
  // Some packages ask for Node's modules by `require`.
  banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
  legalComments: 'none',
  metafile: true,
});
writeFileSync(join(COMMAND, 'digest.txt'), `${digestOf(COMMAND)}\n`);
writeFileSync(join(COMMAND, 'LICENSES.txt'), notices(packagesIn(Object.keys(metafile.inputs))));

/** SHA-256 of all code in a folder: by it the command knows results of its own making, without reading itself. */
function digestOf(folder) {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/** The folders of the packages that files belong to. */
function packagesIn(files) {
  const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** What the licences of the packages want to stand beside copies of their code. */
function notices(folders) {
  return folders
    .map((folder) => {
      const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const texts = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
      const words = texts.map((file) => readFileSync(join(folder, file), 'utf8').trim());
      const authors = author === undefined ? '' : `, ${author.name ?? author}`;
      return [`${name} ${version} (${license})${authors}`, ...words].join('\n\n');
    })
    .join(`\n\n${'-'.repeat(80)}\n\n`)
    .concat('\n');
}
