/** Where a server was to listen and the system's error go in; what its user can do comes out. */
import { isSystemError, reasonOf } from '../io/system-error.ts';

/** A handler of rejections that gives a sentence for the user; what is no error of the system is thrown on. */
export function listeningProblem({ host, port }: { readonly host: string; readonly port: number }) {
  return (error: unknown): string => {
    if (!isSystemError(error)) throw error;
    const where = `Port ${port} of the host ${host} cannot be used:`;
    if (error.code === 'EACCES') return `${where} permission is denied (EACCES). Choose another --port, above 1023.`;
    if (error.code === 'EADDRINUSE') return `${where} ${reasonOf(error)}. End it, or choose another --port.`;
    return `The host ${host} cannot be listened at: ${reasonOf(error)}. Choose another --host.`;
  };
}
