import { defineConfig } from 'vitest/config'

/** Patience for machines that are busy: a test that hangs still ends. */
const PATIENCE = { testTimeout: 60_000, hookTimeout: 90_000 }

/** house and core need nothing; parts needs PostgreSQL; journeys needs a browser too. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'house', include: ['tests/house/**/*.test.ts'], ...PATIENCE } },
      {
        test: {
          name: 'core',
          include: ['tests/core/**/*.test.ts', 'tests/talks/**/*.test.ts'],
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'parts',
          include: ['tests/{work,edge,contract,fault}/**/*.test.ts'],
          globalSetup: ['tests/support/postgres.ts'],
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/e2e/**/*.test.ts'],
          ...PATIENCE,
          testTimeout: 120_000,
        },
      },
    ],
  },
})
