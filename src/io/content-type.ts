/** The path of a file goes in; its media type comes out, with the charset of text. */

const TYPES: { readonly [extension: string]: string } = {
  css: 'text/css',
  html: 'text/html',
  ics: 'text/calendar',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xml: 'application/xml',
};

/** The Content-Type of the kinds of text that a site consists of; undefined for anything else. */
export function contentTypeOf(path: string): string | undefined {
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  return type === undefined ? undefined : `${type}; charset=utf-8`;
}
