/**
 * The README's files for a server, tried out on this machine alone: the unit by systemd-analyze, the site of nginx in front of a
 * receiver, and the steps of the Dockerfile one by one, without a container. What is not installed is said and left out.
 * Usage: NGINX_PATH=/usr/sbin/nginx node test/real/deployment.mjs
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startReceiver } from './soak/processes.mjs';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SITE = 'https://legal.example.com';
const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
const workshop = await mkdtemp(join(tmpdir(), 'promulgate-deployment-'));
let failures = 0;
try {
  await unit();
  await proxy(process.env.NGINX_PATH ?? '/usr/sbin/nginx');
  await container();
} finally {
  await rm(workshop, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

function block(language) {
  return new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'm').exec(readme)[1];
}

function check(what, found, expected) {
  const isRight = JSON.stringify(found) === JSON.stringify(expected);
  if (!isRight) failures += 1;
  console.log(`${isRight ? 'ok    ' : 'FAILED'} ${what}: ${JSON.stringify(found)}`);
}

function isThere(program) {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return error.code !== 'ENOENT';
  }
}

/** The command is not installed at its place here: another one stands for it. */
async function unit() {
  if (!isThere('systemd-analyze')) return console.log('left out: no systemd-analyze here');
  const file = join(workshop, 'feedback.service');
  await writeFile(file, block('ini').replace(/\/opt\/promulgate\/\S+/, process.execPath));
  const { stderr } = await run('systemd-analyze', ['verify', file]).catch((error) => error);
  check('what systemd says of the unit', stderr.trim(), '');
}

async function proxy(nginx) {
  if (!isThere(nginx)) return console.log(`left out: no ${nginx} here`);
  const words = ['--origin', SITE, '--behind-proxy', '--rate', '2/10m'];
  const receiver = await startReceiver(join(workshop, 'behind'), words);
  const port = await freePort();
  const site = block('nginx')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace('http://127.0.0.1:8787', receiver.url.replace(/\/$/, ''));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${workshop};`,
  );
  const file = join(workshop, 'nginx.conf');
  await writeFile(
    file,
    `daemon off; pid ${workshop}/pid; error_log stderr; events {} http { ${temporary.join(' ')}\n${site}}\n`,
  );
  const server = spawn(nginx, ['-c', file, '-p', workshop], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(server, 'close');
  const post = (fields, more = {}) => send(port, new URLSearchParams(fields).toString(), more);
  for (let tries = 0; tries < 50 && (await post({}, { path: '/health', method: 'GET' })).status !== 200; tries += 1)
    await pause(100);
  const redirect = `${SITE}/ru/thanks/`;
  check('a form is led on', await post({ message: 'One', redirect }), { status: 303, location: redirect });
  check('a form of another site is refused', await post({ message: 'x' }, { origin: 'https://evil.example' }), {
    status: 403,
  });
  const claimed = (address) => ({ headers: { 'X-Forwarded-For': address } });
  check('a second one is taken', (await post({ message: 'Two' }, claimed('198.51.100.1'))).status, 303);
  check(
    'a third is too many, whatever address it claims',
    (await post({ message: 'Three' }, claimed('198.51.100.2'))).status,
    429,
  );
  check('somebody else is not held back', (await post({ message: 'Four' }, { localAddress: '127.0.0.2' })).status, 303);
  check(
    'a huge one ends at nginx',
    (await post({ message: 'x'.repeat(2e6) }, { localAddress: '127.0.0.3' })).status,
    413,
  );
  server.kill('SIGQUIT');
  await ended;
  await receiver.stop('SIGTERM');
}

/** Without a container: what the Dockerfile runs, copies and starts, in a folder of its own. */
async function container() {
  const file = block('dockerfile');
  const words = (instruction) => JSON.parse(new RegExp(`^${instruction} (?:CMD )?(\\[.*\\])$`, 'm').exec(file)[1]);
  const app = join(workshop, 'app');
  const store = join(workshop, 'feedback');
  await mkdir(app);
  await run('npm', ['pack', '--silent', '--pack-destination', app], { cwd: ROOT });
  const install = /^RUN (.*)$/m
    .exec(file)[1]
    .replace(/ && chown .*/, '')
    .replace('/feedback', store);
  await run('sh', ['-c', install], { cwd: app });
  const start = [...words('ENTRYPOINT'), ...words('CMD')].map((word) => (word === '/feedback' ? store : word));
  const child = spawn(start[0], start.slice(1), { cwd: app, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  await once(child.stdout, 'data');
  const health = words('HEALTHCHECK').with(0, process.execPath);
  check(
    'the health check',
    await run(health[0], health.slice(1)).then(
      () => 0,
      ({ code }) => code,
    ),
    0,
  );
  check('a form is led on', (await send(8787, 'message=One', {})).status, 303);
  child.kill('SIGTERM');
  check('it ends when it is asked to', (await ended)[0], 0);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** `fetch` would not say where a redirect leads, nor from which address to send. */
async function send(port, body, { method = 'POST', path = '/', origin = SITE, headers = {}, localAddress }) {
  const type = 'application/x-www-form-urlencoded';
  const options = { host: '127.0.0.1', port, path, method, localAddress };
  const asked = request({ ...options, headers: { Origin: origin, 'Content-Type': type, ...headers } });
  asked.end(method === 'POST' ? body : undefined);
  try {
    const [answer] = await once(asked, 'response');
    answer.resume();
    const { location } = answer.headers;
    return { status: answer.statusCode, ...(location === undefined ? {} : { location }) };
  } catch (error) {
    return { status: error.code };
  }
}
