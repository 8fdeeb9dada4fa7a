/** A text in Markdown goes in; what is written in it like the way to another page of the site comes out. */

/** As site paths, each once. What it truly links to is known only once it is rendered. */
export function mentionsIn(markdown: string): string[] {
  const written = markdown.match(/(?:\.\.)?\/[^\s()<>"'\]]+/g) ?? [];
  const paths = [...new Set(written)].map((target) => target.replace(/^(?:\.\.\/)+/, '/'));
  // Parts of a text keep all of it in memory; strings that JSON makes are strings of their own.
  return JSON.parse(JSON.stringify(paths));
}
