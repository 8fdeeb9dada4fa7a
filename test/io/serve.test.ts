import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { rename, rm } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { originOf, type ServeOptions, serve } from '../../src/io/serve.ts';
import { folderWith, plant, type Tree } from './temporary-folder.ts';

const SITE: Tree = {
  'index.html': 'home',
  '404.html': 'no such page',
  'privacy/index.html': 'privacy',
  'privacy/2020-02-04/index.html': 'edition',
  'privacy/2020-02-04/text.md': 'текст',
  'empty/': '',
  '.promulgate.json': '{"secret": true}',
  '.nojekyll': '',
  '.git/config': 'secret',
  '.well-known/security.txt': 'Contact: mailto:a@b.example',
  _headers: '/*\n  X-Everywhere: yes\n\n/privacy/*\n  Cache-Control: max-age=300\n  X-Everywhere: here\n',
  _redirects: '/a /b 301',
};

/** Serves `tree`; gives the server's address and the folder. */
async function serving(tree: Tree = SITE, options: Partial<ServeOptions> = {}) {
  const dir = await folderWith(tree);
  const server = await serve({ dir, base: '/', port: 0, ...options });
  onTestFinished(() => server.close());
  return { dir, url: server.url, close: server.close };
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request whose target is exactly `path`, which fetch would first tidy up. */
async function ask(url: string, path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  const { hostname, port } = new URL(url);
  const sent = request({ hostname, port, path, ...options }).end();
  const [response] = await once(sent, 'response');
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) body += chunk;
  const answer: Answer = { status: response.statusCode, headers: response.headers, body };
  return answer;
}

describe('serve', () => {
  it('serves the pages of a site at their addresses', async () => {
    const { url } = await serving();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    for (const [path, text] of [
      ['', 'home'],
      ['index.html', 'home'],
      ['privacy/', 'privacy'],
      ['privacy/2020-02-04/?from=mail', 'edition'],
      ['privacy/2020-02-04/text.md', 'текст'],
      ['%70rivacy/', 'privacy'],
      ['404.html', 'no such page'],
      ['.well-known/security.txt', 'Contact: mailto:a@b.example'],
    ]) {
      const response = await fetch(`${url}${path}`);
      expect([path, response.status, await response.text()]).toEqual([path, 200, text]);
    }
  });

  it('answers with the page 404.html and the status 404 for what is missing', async () => {
    const { url } = await serving();
    for (const path of ['gone', 'gone/', 'privacy/2019-01-01/', 'empty/', 'index.html/', 'privacy//', '404', '%zz']) {
      const response = await fetch(`${url}${path}`);
      expect([path, response.status, await response.text()]).toEqual([path, 404, 'no such page']);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    }
    expect((await fetch(`${url}${'x'.repeat(5000)}`)).status).toBe(404);
  });

  it('says in words that a page is missing where the site has no page for that', async () => {
    const { url } = await serving({ 'index.html': 'home' });
    const response = await fetch(`${url}gone`);
    expect([response.status, await response.text()]).toEqual([404, 'There is no such page.\n']);
  });

  it('leads a folder without its slash to the one with it, by a relative address that keeps the query', async () => {
    const { url } = await serving();
    const response = await fetch(`${url}privacy?from=mail&x=%2F`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, 'privacy/?from=mail&x=%2F']);
    expect((await fetch(`${url}privacy/2020-02-04`)).url).toBe(`${url}privacy/2020-02-04/`);
  });

  it('never leads to another host', async () => {
    const { url } = await serving({ ...SITE, 'a:b/index.html': 'x', 'evil.example/index.html': 'x' });
    expect((await ask(url, '//evil.example')).status).toBe(404);
    expect((await ask(url, '/a:b')).headers.location).toBe('a%3Ab/');
  });

  it('gives text its type and charset', async () => {
    const types = {
      'a.css': 'text/css',
      'a.html': 'text/html',
      'a.ics': 'text/calendar',
      'a.js': 'text/javascript',
      'a.json': 'application/json',
      'a.md': 'text/markdown',
      'a.svg': 'image/svg+xml',
      'a.txt': 'text/plain',
      'a.xml': 'application/xml',
    };
    const { url } = await serving(Object.fromEntries(Object.keys(types).map((name) => [name, 'text'])));
    for (const [name, type] of Object.entries(types)) {
      const { headers } = await fetch(`${url}${name}`);
      expect([name, headers.get('content-type')]).toEqual([name, `${type}; charset=utf-8`]);
    }
  });

  it('applies the headers file, also to redirects and missing pages, and reads it anew each time', async () => {
    const { dir, url } = await serving();
    const headersOf = async (path: string) => {
      const { headers } = await fetch(`${url}${path}`, { redirect: 'manual' });
      return [headers.get('x-everywhere'), headers.get('cache-control')];
    };
    expect(await headersOf('')).toEqual(['yes', 'no-cache']);
    expect(await headersOf('privacy/')).toEqual(['yes, here', 'max-age=300']);
    expect(await headersOf('gone')).toEqual(['yes', null]);
    expect(await headersOf('privacy/2020-02-04')).toEqual(['yes, here', 'max-age=300']);
    await plant(dir, { _headers: '/*\n  X-Everywhere: anew\n  Content-Type: text/plain\n' });
    expect(await headersOf('')).toEqual(['anew', 'no-cache']);
    expect((await fetch(url)).headers.get('content-type')).toBe('text/plain');
  });

  it('does not serve hidden files, nor those that configure the host', async () => {
    const { url } = await serving();
    for (const path of ['.promulgate.json', '.nojekyll', '.git/config', '%2egit/config', '_headers', '_redirects']) {
      expect([path, (await fetch(`${url}${path}`)).status]).toEqual([path, 404]);
    }
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/privacy/../../secret.txt',
    '/privacy/..%2f..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%252fsecret.txt',
    '/.%00./secret.txt',
    '/%2fetc/passwd',
    '//etc/passwd',
    '/%c0%ae%c0%ae/secret.txt',
    '/privacy%2findex.html',
  ])('lets nobody out of its folder by %s', async (path) => {
    const outer = await folderWith({ 'secret.txt': 'secret', 'site/404.html': 'none', 'site/privacy/index.html': '' });
    const server = await serve({ dir: join(outer, 'site'), base: '/', port: 0 });
    onTestFinished(() => server.close());
    const { status, body } = await ask(server.url, path);
    expect([status, body]).toEqual([404, 'none']);
  });

  it('does not go through symbolic links to files or folders', async () => {
    const outside = await folderWith({ 'index.html': 'secret' });
    const { url } = await serving({
      ...SITE,
      'file.html': `→ ${outside}/index.html`,
      folder: `→ ${outside}`,
      'sub/index.html': `→ ${outside}/index.html`,
    });
    for (const path of ['file.html', 'folder/', 'folder', 'folder/index.html', 'sub/']) {
      expect([path, (await fetch(`${url}${path}`)).status]).toEqual([path, 404]);
    }
  });

  it('does not wait for a pipe', async () => {
    const { dir, url } = await serving();
    execFileSync('mkfifo', [join(dir, 'pipe.txt')]);
    expect((await fetch(`${url}pipe.txt`)).status).toBe(404);
  });

  it('answers HEAD as GET, without the body', async () => {
    const { url } = await serving();
    const page = await ask(url, '/privacy/', { method: 'HEAD' });
    expect([page.status, page.headers['content-length'], page.body]).toEqual([200, '7', '']);
    const missing = await ask(url, '/gone', { method: 'HEAD' });
    expect([missing.status, missing.headers['content-length'], missing.body]).toEqual([404, '12', '']);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const response = await fetch((await serving()).url, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('answers 304 to a browser that has the file already', async () => {
    const { url } = await serving();
    const etag = (await ask(url, '/')).headers.etag ?? '';
    expect((await ask(url, '/', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it.each(['bytes=0-1', 'bytes=9-2', 'bytes=-1', 'bytes=x', 'nonsense'])(
    'answers the range %s with the whole file and lives on',
    async (range) => {
      const { url } = await serving();
      const { status, body } = await ask(url, '/', { headers: { range } });
      expect([status, body]).toEqual([200, 'home']);
      expect((await fetch(url)).status).toBe(200);
    },
  );

  it('serves under a base path and says so outside of it', async () => {
    const { url } = await serving({ ...SITE, _headers: '/legal/privacy/\n  X-A: 1\n' }, { base: '/legal/' });
    expect(url).toMatch(/:\d+\/legal\/$/);
    expect(await (await fetch(`${url}privacy/`)).text()).toBe('privacy');
    expect((await fetch(`${url}privacy/`)).headers.get('x-a')).toBe('1');
    expect((await fetch(`${url}privacy`)).url).toBe(`${url}privacy/`);
    expect((await ask(url, '/legal?x=1')).headers.location).toBe('legal/?x=1');
    expect(await (await fetch(`${url}gone`)).text()).toBe('no such page');
    for (const path of ['/', '/privacy/', '/legalese/', '/LEGAL/']) {
      const { status, body } = await ask(url, path);
      expect([path, status]).toEqual([path, 404]);
      expect(body).toContain('<a href="/legal/">');
    }
  });

  it('shows a site that is rebuilt while it is served, also one that comes later', async () => {
    const { dir, url } = await serving();
    await rename(dir, `${dir}-old`);
    onTestFinished(() => rm(`${dir}-old`, { recursive: true }));
    expect((await fetch(url)).status).toBe(404);
    await plant(dir, { 'index.html': 'new home' });
    expect(await (await fetch(url)).text()).toBe('new home');
  });

  it('lives through a site being swapped under it again and again', async () => {
    const { dir, url } = await serving();
    let isSwapping = true;
    const swapping = (async () => {
      while (isSwapping) {
        await rename(dir, `${dir}-aside`);
        await rename(`${dir}-aside`, dir);
      }
    })();
    const answers = new Set<string>();
    for (let count = 0; count < 300; count += 1) {
      const response = await fetch(url).catch(() => undefined);
      answers.add(response === undefined ? 'cut' : `${response.status}`);
    }
    isSwapping = false;
    await swapping;
    expect([...answers].filter((answer) => !['200', '404', 'cut'].includes(answer))).toEqual([]);
    expect(await (await fetch(url)).text()).toBe('home');
  });

  it('tells of every answer', async () => {
    const told: unknown[] = [];
    const { url } = await serving(SITE, { onRequest: (served) => told.push(served) });
    await fetch(`${url}privacy/?x=1`);
    await fetch(`${url}gone`, { method: 'HEAD' });
    expect(told).toEqual([
      { method: 'GET', target: '/privacy/?x=1', status: 200 },
      { method: 'HEAD', target: '/gone', status: 404 },
    ]);
  });

  it('takes another port if the one asked for is taken', async () => {
    const first = await serving();
    const port = Number(new URL(first.url).port);
    const second = await serving({ 'index.html': 'second' }, { port });
    expect(new URL(second.url).port).not.toBe(String(port));
    expect(await (await fetch(second.url)).text()).toBe('second');
    expect(await (await fetch(first.url)).text()).toBe('home');
  });

  it('says why it cannot listen at an address that is not its own', async () => {
    await expect(serving(SITE, { host: '192.0.2.1' })).rejects.toThrow('EADDRNOTAVAIL');
  });

  it('closes with connections open', async () => {
    const { url, close } = await serving();
    await fetch(url);
    await close();
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('originOf', () => {
  it('puts an IPv6 address in brackets', () => {
    expect(originOf({ address: '127.0.0.1', family: 'IPv4', port: 80 })).toBe('http://127.0.0.1:80');
    expect(originOf({ address: '::1', family: 'IPv6', port: 4321 })).toBe('http://[::1]:4321');
  });
});
