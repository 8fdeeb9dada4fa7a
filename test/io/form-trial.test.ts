import { describe, expect, it } from 'vitest';
import { TRIAL_MESSAGE, type Trial, tryForm } from '../../src/io/form-trial.ts';
import type { FeedbackConfig } from '../../src/model/config.ts';
import { siteConfig } from '../builders.ts';
import { type Answer, json, redirect, startReceiver } from '../site-wide/form-site.ts';

const receiver = await startReceiver();
const SITE = 'https://legal.acme.example';

function trial(answer: Answer, more: Partial<FeedbackConfig> = {}): Promise<Trial> {
  receiver.answer = answer;
  receiver.received.length = 0;
  const feedback: FeedbackConfig = { kind: 'promulgate', endpoint: `${receiver.origin}/`, fields: [], ...more };
  return tryForm(siteConfig(), feedback, { fetch, ...(answer === 'silence' ? { timeoutMs: 300 } : {}) });
}

describe('a trial message', () => {
  it('is marked, tells the origin of the site, and comes as the form would send it', async () => {
    expect(await trial(json(200, { ok: true }))).toEqual({ kind: 'arrived', status: 200 });
    expect(receiver.received).toEqual([
      {
        origin: SITE,
        fields: {
          ...{ topic: 'site', message: TRIAL_MESSAGE, name: 'Promulgate', email: 'trial@legal.acme.example' },
          ...{ language: 'en', page: `${SITE}/feedback/`, submission: expect.stringMatching(/^[0-9a-f-]{36}$/) },
          ...{ elapsed: '60', redirect: `${SITE}/thanks/` },
        },
      },
    ]);
  });

  it('fills in what the publisher asks for, under the names of the service', async () => {
    const field = { type: 'text', required: true, label: 'A', options: [] } as const;
    const fields = [
      { ...field, name: 'kind', type: 'select', options: [{ en: 'Praise' }, 'Other'] },
      { ...field, name: 'email', type: 'email' },
    ] as const;
    await trial(json(200, { success: true }), { kind: 'forminit', fields, email: 'me@acme.org' });
    expect(receiver.received[0]?.fields).toMatchObject({
      'fi-text-kind': 'Praise',
      'fi-sender-email': 'me@acme.org',
      'fi-text-language': 'en',
    });
  });

  it.each<[string, Answer, Trial, Partial<FeedbackConfig>]>([
    ['was refused', json(402, { error: 'Used up' }), { kind: 'refused', status: 402, said: 'Used up' }, {}],
    [
      'was refused with 200',
      json(200, { ok: true, error: 'Used up' }),
      { kind: 'refused', status: 200, said: 'Used up' },
      {},
    ],
    [
      'was refused in so many words',
      json(200, { success: 'false' }),
      { kind: 'refused', status: 200 },
      { kind: 'basin' },
    ],
    ['may have been taken', json(200, {}), { kind: 'unsure', status: 200 }, {}],
    ['got an answer no page may read', { status: 200, body: '{"ok":true}' }, { kind: 'unreadable', status: 200 }, {}],
    ['got no answer', 'silence', { kind: 'silent', reason: 'its host gave no answer within 0.3 seconds' }, {}],
    ['led to the page of thanks', redirect(`${SITE}/thanks/`), { kind: 'arrived', status: 303 }, { kind: 'generic' }],
    [
      'led astray',
      redirect('https://else.example/a'),
      { kind: 'led-astray', origin: 'https://else.example' },
      { kind: 'generic' },
    ],
    [
      'led where it may',
      redirect('https://else.example/a'),
      { kind: 'arrived', status: 303 },
      { kind: 'generic', redirects: ['https://else.example'] },
    ],
    ['is left to the visitor', 'silence', { kind: 'not-sent' }, { kind: 'mailto', endpoint: 'mailto:me@acme.org' }],
  ])('%s', async (_, answer, expected, more) => {
    expect(await trial(answer, more)).toEqual(expected);
  });

  it('could not be sent', async () => {
    expect(await trial('broken off')).toMatchObject({
      kind: 'silent',
      reason: expect.stringContaining('broke off the connection'),
    });
  });
});
