import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Nothing in src is global, so tests share processes; see ARCHITECTURE.md, "Nothing global".
    isolate: false,
    testTimeout: 15_000,
  },
})
