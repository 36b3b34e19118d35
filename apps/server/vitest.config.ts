import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    globalSetup: ["../../tools/build.ts", "./test/postgres.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
