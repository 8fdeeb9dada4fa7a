/** A path and a text go in; when the promise is kept, the text is on the disk, where only the owner may read it. */
import { open } from 'node:fs/promises';

/** `append`: behind what the file holds, which is made if need be. `create`: the file must not exist (EEXIST). */
export async function writeDurably(path: string, text: string, how: 'append' | 'create'): Promise<void> {
  const handle = await open(path, how === 'append' ? 'a' : 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
