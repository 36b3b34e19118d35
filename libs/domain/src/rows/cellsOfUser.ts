import type { PersonFields } from "./personFields.ts"
import { columnsOf } from "./columnsOf.ts"
import type { CellTexts } from "./TextRow.ts"

/** A platform user as a row of a file has them, by column; what they do not have is blank. */
export const cellsOfUser = (user: PersonFields): CellTexts =>
  Object.fromEntries(
    columnsOf("platform-users").map(({ name }) => [name, user[name as keyof PersonFields] ?? ""]),
  )
