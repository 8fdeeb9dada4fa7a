import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Tests run on the code that users run, not on the development builds of its parts.
  ssr: { resolve: { conditions: ['node', 'import', 'default'], externalConditions: ['node', 'import', 'default'] } },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: { include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
  },
});
