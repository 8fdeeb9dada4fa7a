import { defineConfig } from 'vitest/config';

// Tests run on the code that users run, not on the development builds of its parts.
process.env.NODE_ENV = 'production';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The default leaves a core idle: of two, half the time.
    maxWorkers: '100%',
    // No module keeps a state (test/architecture.test.ts), so files may share those a worker has loaded: a third of the time.
    isolate: false,
    coverage: { include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
  },
});
