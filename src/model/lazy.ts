/** A costly question goes in; a way to ask it, answered once at most and only if asked, comes out. */
export function lazy<Answer>(ask: () => Answer): () => Answer {
  let answered: { readonly answer: Answer } | undefined;
  return () => {
    answered ??= { answer: ask() };
    return answered.answer;
  };
}
