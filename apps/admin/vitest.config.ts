import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "../../tools/build.ts",
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
})
