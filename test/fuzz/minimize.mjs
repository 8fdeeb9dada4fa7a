/** An input with a fault goes in; a smaller one with the same fault comes out, as small as some hundred attempts make it. */

const MOST_ATTEMPTS = 400;

/**
 * @param {{ [path: string]: string }} sources
 * @param {(sources: { [path: string]: string }) => Promise<boolean>} isFaulty
 */
export async function minimize(sources, isFaulty) {
  let left = MOST_ATTEMPTS;
  let best = sources;
  const attempt = async (candidate) => {
    if (left <= 0) return false;
    left -= 1;
    if (!(await isFaulty(candidate))) return false;
    best = candidate;
    return true;
  };
  for (const path of Object.keys(sources)) {
    const { [path]: _, ...rest } = best;
    await attempt(rest);
  }
  for (const [split, joint] of [
    [/\n{2,}/, '\n\n'],
    ['\n', '\n'],
    [' ', ' '],
    ['', ''],
  ]) {
    for (const path of Object.keys(best)) {
      const parts = best[path].split(split);
      await shrink(parts, (fewer) => attempt({ ...best, [path]: fewer.join(joint) }));
    }
  }
  return best;
}

/** Takes away halves, then quarters, and so on: ddmin without its complements. */
async function shrink(parts, attempt) {
  let kept = parts;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      const fewer = kept.toSpliced(at, size);
      if (fewer.length < kept.length && (await attempt(fewer))) kept = fewer;
      else at += size;
    }
  }
}
