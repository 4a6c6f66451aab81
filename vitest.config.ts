import { defineConfig } from 'vitest/config'

/** house and core need nothing; parts needs PostgreSQL; journeys needs a browser too. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'house', include: ['tests/house/**/*.test.ts'] } },
      { test: { name: 'core', include: ['tests/core/**/*.test.ts', 'tests/talks/**/*.test.ts'] } },
      {
        test: {
          name: 'parts',
          include: ['tests/{work,edge,contract,fault}/**/*.test.ts'],
          globalSetup: ['tests/support/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
})
