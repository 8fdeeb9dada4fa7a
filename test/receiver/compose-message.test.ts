import { describe, expect, it } from 'vitest';
import { JSON_WANTED, receiving } from './receiving.ts';

const required = JSON.stringify({ topic: 'Topic', message: 'Your <message>' });

describe('what the form says must be filled in', () => {
  it('is asked for, by the names that the form gives it', async () => {
    const { post, inbox } = await receiving();
    const answer = await post({ name: 'Jo', message: ' \n', email: 'jo', required }, JSON_WANTED);
    expect([answer.status, await answer.json()]).toEqual([
      422,
      {
        ok: false,
        error: 'fields',
        message: 'Something in the form needs to be mended.',
        fields: {
          topic: 'Fill in “Topic”.',
          message: 'Fill in “Your <message>”.',
          email: 'Write an e-mail address in the form name@example.com.',
        },
      },
    ]);
    expect(await inbox()).toEqual([]);
  });

  it('is named on a page, in the language of the form, to a browser without script', async () => {
    const { post } = await receiving();
    const answer = await post({ name: 'Ю', topic: 'text', message: '', language: 'ru', required });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('<p>Заполните поле «Your &lt;message&gt;».</p>');
    expect(page).toContain('кнопкой «Назад»');
    expect(page).not.toContain('Topic');
  });

  it('is no part of the message', async () => {
    const { post, inbox } = await receiving();
    expect((await post({ topic: 'text', message: 'Hello', required })).status).toBe(303);
    expect(await inbox()).toMatchObject([
      { entry: { place: 'kept' }, message: { fields: [{ name: 'topic' }, { name: 'message', value: 'Hello' }] } },
    ]);
  });

  it.each(['[1]', '{"message":1}', '{', 'message'])(
    'is odd if it reads %s: then the message is set aside',
    async (odd) => {
      const { post, inbox } = await receiving();
      expect((await post({ message: 'Hello', required: odd })).status).toBe(303);
      expect(await inbox()).toMatchObject([
        { entry: { place: 'quarantine' }, message: { suspicions: ['odd-fields'] } },
      ]);
    },
  );

  it('may be said at any length', async () => {
    const { post, inbox } = await receiving();
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`field-${index}`, 'A long label '.repeat(5)]),
    );
    const values = Object.fromEntries(Object.keys(many).map((name) => [name, 'x']));
    expect((await post({ ...values, required: JSON.stringify(many) })).status).toBe(303);
    expect(await inbox()).toMatchObject([{ entry: { place: 'kept' } }]);
  });
});
