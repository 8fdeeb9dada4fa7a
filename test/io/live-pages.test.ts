import { describe, expect, it, onTestFinished } from 'vitest';
import { createLivePages } from '../../src/io/live-pages.ts';
import { serve } from '../../src/io/serve.ts';
import { folderWith } from './temporary-folder.ts';

const PAGE = '<!DOCTYPE html><html><body><p>Home</p></body></html>';

async function serving(base = '/') {
  const dir = await folderWith({ 'index.html': PAGE, _headers: '/\n  Cache-Control: max-age=300\n' });
  const live = createLivePages();
  const server = await serve({ dir, base, port: 0, live });
  onTestFinished(() => server.close());
  return { live, url: server.url };
}

/** A page as a browser shows it. */
async function shown(url: string) {
  const response = await fetch(url, { headers: { 'Sec-Fetch-Dest': 'document' } });
  const page = await response.text();
  const [, script = '', number = ''] = /<script src="([^"]+)" data-shows="(\d+)"><\/script><\/body>/.exec(page) ?? [];
  return { response, page, script: new URL(script, url).href, number };
}

/** What is told to a page that shows what had that number. */
async function newsFor({ script, number }: { script: string; number: string }) {
  const { body } = await fetch(script.replace(/\.js$/, `?${number}`));
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  onTestFinished(async () => await reader?.cancel());
  return async () => (await reader?.read())?.value;
}

describe('live pages', () => {
  it('are as the site has them for all but browsers', async () => {
    const { url } = await serving();
    expect(await (await fetch(url)).text()).toBe(PAGE);
  });

  it.each(['/', '/legal/'])('come to a browser with their script, and are not kept by it, below %s', async (base) => {
    const { url } = await serving(base);
    const { response, page, script } = await shown(url);
    expect(page.replace(/<script.*<\/script>/, '')).toBe(PAGE);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await (await fetch(script)).text()).toContain('EventSource');
  });

  it('are told when the site was made again', async () => {
    const { live, url } = await serving();
    const news = await newsFor(await shown(url));
    expect(await news()).toBe(':\n\n');
    live.renew();
    expect(await news()).toBe('data: changed\n\n');
  });

  it('are told even if it was made again before they asked', async () => {
    const { live, url } = await serving();
    const page = await shown(url);
    live.renew();
    expect(await (await newsFor(page))()).toBe('data: changed\n\n');
    expect(await (await newsFor(await shown(url)))()).toBe(':\n\n');
  });
});
