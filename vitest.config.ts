import { defineConfig } from 'vitest/config';

// Tests run on the code that users run, not on the development builds of its parts.
process.env.NODE_ENV = 'production';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The default leaves a core idle: of two, half the time.
    maxWorkers: '100%',
    coverage: { include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
    // No module keeps a state, ours or the tests': files share what a worker has loaded, which saves a third of the time.
    isolate: false,
  },
});
