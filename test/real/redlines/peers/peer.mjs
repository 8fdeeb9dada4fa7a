/** Two texts as HTML go in as JSON on standard input; how another package marks what changed, and how long it took, comes out. */
import { text } from 'node:stream/consumers';

const [older, newer] = JSON.parse(await text(process.stdin));
const name = process.argv[2] ?? '';
const module = await import(name);
const found = module.default.default ?? module.default;
const started = performance.now();
const marked = name === 'htmldiff-js' ? found.execute(older, newer) : found(older, newer);
process.stdout.write(JSON.stringify({ ms: performance.now() - started, marked }));
