import { defineConfig } from "vitest/config"

// Files of megabytes are read here, on machines that have other work to do.
export default defineConfig({ test: { testTimeout: 60_000 } })
