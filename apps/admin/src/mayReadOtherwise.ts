import type { Refusal } from "@muster/client/request"

/** What is wrong with a file however it is read. */
const anyway: ReadonlyArray<string> = [
  "file.empty",
  "file.too_large",
  "file.too_many_rows",
  "file.wrong_template",
  "header.forbidden",
]

/** Whether a file that was refused may be right when it is read in another way. */
export const mayReadOtherwise = ({ code }: Refusal): boolean => !anyway.includes(code)
