import solid from "vite-plugin-solid"
import { defineConfig } from "vite"

/** The API that `vite dev` passes calls on to. */
const api = process.env.MUSTER_API ?? "http://127.0.0.1:3000"

export default defineConfig({
  plugins: [solid()],
  server: { proxy: { "/api": api } },
  // Nothing inlined as data: the page is served under "default-src 'self'".
  build: { target: "es2023", assetsInlineLimit: 0 },
})
