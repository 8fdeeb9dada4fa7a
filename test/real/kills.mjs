/**
 * Ends builds and seals of the compiled program by SIGKILL at moments spread over their whole run, and looks after each whether
 * the last good site and the ledger are whole, and at the end whether the next run succeeds.
 * Usage: node test/real/kills.mjs [COUNT]   (of kills of each command; 50 unless given)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killAtMoments } from './killing.mjs';

const count = Number(process.argv[2] ?? 50);
const folder = mkdtempSync(join(tmpdir(), 'promulgate-kills-'));
let faults = 0;
try {
  for (const command of ['build', 'seal']) {
    const { hits, outcomes, faults: found } = await killAtMoments({ command, count, folder: join(folder, command) });
    faults += found.length;
    console.log(
      `${command}: ${hits} kills found it at work; ${Object.entries(outcomes)
        .map(([name, times]) => `${times} × ${name}`)
        .join(', ')}`,
    );
    for (const fault of found) console.log(`FAULT ${fault}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = faults === 0 ? 0 : 1;
