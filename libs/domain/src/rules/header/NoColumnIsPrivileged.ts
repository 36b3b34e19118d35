import { foldHeader } from "../../rows/matchColumn.ts"
import { headerIssue, type HeaderRule } from "../HeaderRule.ts"

const privileged = new Set(
  [
    ["id", "userId", "status", "state", "tenant", "database", "databaseId", "createdAt", "updatedAt"],
    ["password", "passwd", "pwd", "lösenord", "hash", "token", "secret"],
    [
      "role",
      "roles",
      "roll",
      "platformRole",
      "plattformsroll",
      "admin",
      "isAdmin",
      "administrator",
      "superuser",
    ],
    ["permission", "permissions", "rights", "behörighet", "behörigheter", "rättigheter"],
  ].flatMap((names) => names.map(foldHeader)),
)

/**
 * No header names something a file may not decide (OWASP Mass Assignment): such a column refuses the file,
 * it is never left out in silence. Whoever chooses the columns may leave it out in the open.
 */
export const NoColumnIsPrivileged: HeaderRule = ({ kept, chosen }) =>
  kept.flatMap(({ column, header }) =>
    !chosen && column === null && isPrivileged(header) ? [headerIssue("header.forbidden", header)] : [],
  )

/** Whether the text names something a file may not decide. */
export const isPrivileged = (text: string): boolean => privileged.has(foldHeader(text))
