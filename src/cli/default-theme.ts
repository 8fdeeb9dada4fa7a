/** Nothing goes in; where the theme that comes with the program lies comes out. */
import { fileURLToPath } from 'node:url';

/** The same folder from the sources and from the compiled files. */
export const DEFAULT_THEME = fileURLToPath(new URL('../../templates/', import.meta.url));
