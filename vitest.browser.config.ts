import { defineConfig } from 'vitest/config'

/** Real pages in a real browser; see test/browser/browser.ts for where it comes from. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.browser.{ts,tsx}'],
    isolate: false,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
