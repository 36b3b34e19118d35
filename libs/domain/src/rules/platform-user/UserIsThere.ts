import { cellIssue, type Rule } from "../Rule.ts"
import type { PlatformKnown } from "./PlatformKnown.ts"

/** A file that only changes people is about people who are there; it creates nobody. */
export const UserIsThere: Rule<PlatformKnown> = (row, known) =>
  known.mode === "update" && row.user === null && row.emailKey !== null
    ? [cellIssue(row, "email", "user.not_in_platform", {}, "conflict")]
    : []
