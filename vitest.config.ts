import { defineConfig } from 'vitest/config'

// `npm run test:oracle` and `test:crash` ask for more: generated cases by the thousand, and what takes long.
const asked = process.env.ORACLE_CASES ?? process.env.CRASH_KILLS
const long = asked === undefined ? [] : ['test/**/*.long.ts']

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}', ...long],
    // Nothing in src is global, so tests share processes; see ARCHITECTURE.md, "Nothing global".
    isolate: false,
    // Every core: most of the time is waiting for disks and sockets.
    maxWorkers: '100%',
    // Only what hangs should fail, however crowded the machine is: whatever is waited for ends early.
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
})
