import { expect, it } from 'vitest';
import { brief, EFFECTIVE, onlyEdition, parse, parseEdition, written } from './written.ts';

it('keeps what its author says of the change', () => {
  expect(onlyEdition(written(`title: A\n${EFFECTIVE}\nchange: editorial`)).change).toBe('editorial');
  expect(onlyEdition(written(`title: A\n${EFFECTIVE}`)).change).toBeUndefined();
});

it('knows two kinds of change', () => {
  const [problem, ...others] = parseEdition(written(`title: A\n${EFFECTIVE}\nchange: minor`)).diagnostics;
  expect(others).toEqual([]);
  expect(problem?.place).toMatchObject({ line: 4 });
  expect(`${problem?.message} ${problem?.hint}`).toMatch(/editorial.*substantive/);
});

it('is agreed across languages', () => {
  const { diagnostics } = parse({
    'privacy/first.ru.md': written('title: А\nchange: substantive', 'Текст.\n'),
    'privacy/first.md': written(`title: A\n${EFFECTIVE}\nchange: editorial`),
  });
  expect(brief(diagnostics)).toEqual(['edition-disagreement 3:1']);
});
