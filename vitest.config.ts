import { defineConfig } from 'vitest/config';

// Tests run on the code that users run, not on the development builds of its parts.
process.env.NODE_ENV = 'production';

const WHOLE_SITES = 'test/site-wide/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The default leaves a core idle: of two, half the time.
    maxWorkers: '100%',
    coverage: { include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
    projects: [
      // No module of ours keeps a state, so these files share what a worker has loaded: a third of the time.
      {
        extends: true,
        test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: [WHOLE_SITES], isolate: false },
      },
      // Here modules that several files use start browsers and servers, and end them with the file.
      { extends: true, test: { name: 'whole sites', include: [WHOLE_SITES] } },
    ],
  },
});
