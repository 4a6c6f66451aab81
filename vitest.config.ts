import { defineConfig } from 'vitest/config'

/** Patience for machines that are busy: a test that hangs still ends. */
const PATIENCE = { testTimeout: 60_000, hookTimeout: 90_000 }

/** Files of one kind share a process: its modules are read once, which halves the time of `core`. */
const TOGETHER = { ...PATIENCE, isolate: false }

/** house and core need nothing; parts needs PostgreSQL; journeys needs a browser too. */
export default defineConfig({
  test: {
    // Most of the time is spent waiting: for a database, a browser, a clock. One worker on two cores, as vitest
    // would choose, leaves them idle; three keep them busy (measured on 2 cores: docs/explanation/testing.md).
    maxWorkers: 3,
    projects: [
      { test: { name: 'house', include: ['tests/house/**/*.test.ts'], ...PATIENCE } },
      {
        test: {
          name: 'core',
          include: ['tests/core/**/*.test.ts', 'tests/talks/**/*.test.ts'],
          ...TOGETHER,
        },
      },
      {
        test: {
          name: 'parts',
          include: ['tests/{work,edge,contract,fault}/**/*.test.ts'],
          globalSetup: ['tests/support/postgres.ts'],
          ...TOGETHER,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/e2e/**/*.test.ts'],
          ...PATIENCE,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser and a house share two cores with other tests: what fails is tried once more, and both
          // tries are printed. What is wrong fails twice.
          retry: 1,
        },
      },
    ],
  },
})
