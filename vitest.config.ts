import { defineConfig } from 'vitest/config'

// `npm run test:oracle` asks for more: generated cases by the thousand, and what takes long.
const long = process.env.ORACLE_CASES === undefined ? [] : ['test/**/*.long.ts']

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}', ...long],
    // Nothing in src is global, so tests share processes; see ARCHITECTURE.md, "Nothing global".
    isolate: false,
    // Far longer than any test takes: a crowded machine is no fault.
    testTimeout: 60_000,
  },
})
