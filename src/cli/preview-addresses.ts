/** Where a preview listens goes in; the addresses under which browsers reach it come out. */
import { networkInterfaces } from 'node:os';

/** The first is the one that its pages name. `origin`: as the server knows itself. */
export function previewOrigins(origin: string): readonly [string, ...string[]] {
  const { hostname, port } = new URL(origin);
  const at = (host: string) => new URL(`http://${host}:${port}`).origin;
  const here = [at('127.0.0.1'), at('localhost'), at('[::1]')];
  if (hostname === '0.0.0.0' || hostname === '[::]') return [at(networkAddress() ?? '127.0.0.1'), ...here];
  return [origin, ...here];
}

/** The address that other devices of the network know this machine by. */
function networkAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}
