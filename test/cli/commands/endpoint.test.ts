import { expect, test } from 'vitest';
import { run } from '../../../src/cli/program.ts';
import { json, startReceiver } from '../../site-wide/form-site.ts';
import { SITE_FILES, siteFolder } from '../site-folder.ts';
import { fakeSurroundings } from '../surroundings.ts';

const receiver = await startReceiver();

async function check(feedback: string, words: readonly string[] = ['--endpoint']) {
  const cwd = await siteFolder({ 'policies/site.yaml': `${SITE_FILES['policies/site.yaml']}${feedback}\n` });
  const surroundings = fakeSurroundings({ cwd });
  return { code: await run(['check', ...words], surroundings), said: surroundings.printed.stderr.replace(/\s+/g, ' ') };
}

const FORM = `feedback: {kind: promulgate, endpoint: "${receiver.origin}/"}`;
const host = new URL(receiver.origin).host;

test('sends nothing unless it is told to', async () => {
  expect((await check(FORM, [])).code).toBe(0);
  expect(receiver.received).toEqual([]);
});

test('tells that the form works', async () => {
  const { code, said } = await check(FORM);
  expect(code).toBe(0);
  expect(said).toContain(`The form works: ${host} took the trial message (200).`);
  expect(receiver.received).toHaveLength(1);
});

test('tells what the receiver says, and what to do', async () => {
  receiver.answer = json(403, { ok: false, error: 'origin', message: 'Not for this site.' });
  const { code, said } = await check(FORM);
  expect(code).toBe(1);
  expect(said).toContain(`${host} did not take the trial message (403). It says: “Not for this site.”`);
  expect(said).toContain('Compare “endpoint” and “kind”');
});

test('says so where there is no form, and waits for errors to be mended', async () => {
  receiver.received.length = 0;
  expect((await check('')).said).toContain('The site has no form to try.');
  expect((await check(`${FORM}\nnoticeDays: x`)).said).toContain('The form was not tried: first mend the errors.');
  expect(receiver.received).toEqual([]);
});
