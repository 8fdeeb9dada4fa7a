/** The path of a file that belongs to nothing goes in; a diagnostic that says where it belongs comes out. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Words } from './reading.ts';
import { suggest } from './suggest.ts';

const MARKDOWN = /\.(md|markdown|mdown|mkd|mdx)$/i;
const SETTINGS = /\.(ya?ml|json|toml)$/i;

/** A file directly in `policies/` that is neither site.yaml nor ledger.json. */
export function misplacedProblem(path: string, hasSite: boolean): Diagnostic {
  const name = nameOf(path);
  if (!hasSite && suggest(stemOf(name), ['site']) !== undefined && SETTINGS.test(name)) {
    const message = `This file is called “${name}”; the settings of the site are read from “site.yaml”.`;
    return error('site-missing', path, { message, hint: 'Rename it to “site.yaml”.' });
  }
  if (name === 'policy.yaml') {
    const message = 'A “policy.yaml” belongs in the folder of its policy.';
    return error('stray-file', path, { message, hint: 'Move it there, as in “policies/privacy/policy.yaml”.' });
  }
  if (MARKDOWN.test(name)) {
    return error('stray-file', path, {
      message: 'An edition must lie in the folder of its policy; this one would not be published.',
      hint: 'Make a folder for the policy and move the file there, as in “policies/privacy/2026-03-01.md”.',
    });
  }
  return notPublished(path);
}

/** A file in a policy's folder that is neither policy.yaml nor a `.md` file. */
export function strayProblem(path: string, hasConfig: boolean): Diagnostic {
  const name = nameOf(path);
  if (name === 'site.yaml') {
    const message = 'A “site.yaml” belongs directly in “policies”; here it is not read.';
    return error('stray-file', path, { message, hint: 'Move it to “policies/site.yaml”.' });
  }
  if (!hasConfig && SETTINGS.test(name) && suggest(stemOf(name), ['policy']) !== undefined) {
    const message = `This file is called “${name}”; the settings of a policy are read from “policy.yaml”.`;
    return error('stray-file', path, { message, hint: 'Rename it to “policy.yaml”.' });
  }
  if (MARKDOWN.test(name)) {
    const message = `An edition’s file must end in “.md”; “${name}” would not be published.`;
    return error('stray-file', path, { message, hint: `Rename it to “${stemOf(name).toLowerCase()}.md”.` });
  }
  return notPublished(path);
}

/** A folder inside a policy's folder; `paths` are its files. */
export function nestedProblem(folder: string, paths: readonly string[]): Diagnostic {
  const slug = folder.split('/')[1] ?? '';
  const hint = `Move the files into “policies/${slug}” itself, or the folder beside it, as a policy of its own.`;
  const message = 'Folders inside a policy’s folder are not read: what lies in here would not be published.';
  if (paths.some((path) => MARKDOWN.test(path))) return error('stray-file', folder, { message, hint });
  return {
    ...error('stray-file', folder, { message, hint: 'Keep these files outside “policies”.' }),
    severity: 'warning',
  };
}

/** A file in `policies/timestamps/` that is no time stamp. */
export function strayTimestampProblem(path: string): Diagnostic {
  const message =
    'The folder “policies/timestamps” is for time stamps of the ledger; this file is none and is not read.';
  const hint =
    'A time stamp is called after the digest it is of, as in “672698dd….tsr”. A policy needs a folder of another name.';
  const isText = MARKDOWN.test(path) || SETTINGS.test(path);
  return { ...error('stray-file', path, { message, hint }), severity: isText ? 'error' : 'warning' };
}

function notPublished(path: string): Diagnostic {
  const message =
    'This file is not part of the site and is not published: editions are “.md” files in the folder of their policy.';
  const hint = 'If it is an edition, save its text as Markdown in a “.md” file; otherwise keep it outside “policies”.';
  return { ...error('stray-file', path, { message, hint }), severity: 'warning' };
}

function error(ruleId: string, path: string, words: Words): Diagnostic {
  return { ruleId, severity: 'error', place: { path }, ...words };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
