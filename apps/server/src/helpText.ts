import type { Setting } from "./Setting.ts"
import { settings } from "./settings.ts"

/** What `--help` prints. */
export const helpText = [
  "Muster, a user directory for platforms with many databases.",
  "",
  "  npm start                starts Muster",
  "  npm start -- --sample    starts it and fills an empty platform with a sample to try imports with",
  "  npm start -- --verify-audit",
  "                           checks that the audit is as it was written, and ends: 0 if it is, 3 if not",
  "  npm start -- --help      prints this",
  "",
  "Settings, from the environment:",
  ...Object.values<Setting<unknown>>(settings).map(
    (one) => `  ${one.name.padEnd(28)}${one.meaning} Default: ${one.default || "none"}.`,
  ),
].join("\n")
