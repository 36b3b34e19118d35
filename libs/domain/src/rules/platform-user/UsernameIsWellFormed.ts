import { cellIssue, type Rule } from "../Rule.ts"

/** A username holds no white space but single spaces between words, so that it can be typed as it is seen. */
export const UsernameIsWellFormed: Rule<unknown> = (row) =>
  row.values.username && /(?! )\s|  /.test(row.values.username)
    ? [cellIssue(row, "username", "username.invalid")]
    : []
