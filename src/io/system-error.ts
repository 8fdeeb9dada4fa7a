/** An error of the system goes in; its cause in plain words comes out. */

const REASONS: { readonly [code: string]: string } = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'its name or path is too long',
  EBUSY: 'it is in use, or a disk is mounted on it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ELOOP: 'it leads through a symbolic link',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a folder on the way to it is a file',
  ENOENT: 'it cannot be found under its name',
  EEXIST: 'something else stands there already',
  EIO: 'the disk reports a fault',
  EXDEV: 'it lies on another disk than what is to be put there',
  EADDRINUSE: 'another program listens at that address and port',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'no machine is known under that name',
  EAI_AGAIN: 'no answer came to the question which machine has that name',
};

export type SystemError = NodeJS.ErrnoException & { readonly code: string };

/** True for what `node:fs` throws: an error with a code such as `ENOENT`. Anything else is a fault of ours. */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/** True if `error` says that nothing is there: `ENOENT`, or `ENOTDIR` for a path through a file. */
export function isAbsence(error: unknown): boolean {
  return isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Why the file system refused, as a clause that can follow "because", with the code for those who look it up. */
export function reasonOf(error: SystemError): string {
  const reason = REASONS[error.code];
  return reason === undefined ? `the system answers ${error.code}` : `${reason} (${error.code})`;
}

/** The same, with the path at which it happened. */
export function reasonWithPath(error: SystemError): string {
  return error.path === undefined ? reasonOf(error) : `${reasonOf(error)}, at ${error.path}`;
}
