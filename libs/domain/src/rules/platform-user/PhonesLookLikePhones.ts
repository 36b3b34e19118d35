import { shortened } from "../cell/NumbersAreWhole.ts"
import { cellIssue, type Rule } from "../Rule.ts"

const signs = /^\+?[\d\s().\/-]*$/

/** A phone number has digits, with `+`, `-`, `.`, `/`, brackets and spaces between; else a warning. */
export const PhonesLookLikePhones: Rule<unknown> = (row) =>
  (["phone", "mobilePhone"] as const).flatMap((column) => {
    const value = row.given[column]
    return value && !(signs.test(value) && /\d/.test(value)) && !shortened.test(value)
      ? [cellIssue(row, column, "phone.invalid", {}, "warning")]
      : []
  })
