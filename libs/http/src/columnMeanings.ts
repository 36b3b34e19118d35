import type { ImportKind } from "@muster/domain/model/Import"
import { meaningsOf, type ColumnMeaning } from "@muster/domain/rows/ColumnMatch"
import { Schema, SchemaGetter } from "effect"

/** What the columns of a file mean, in a query: names separated by commas, nothing for a column that is not used. */
export const columnMeanings = (kinds: ReadonlyArray<ImportKind>) =>
  Schema.String.pipe(
    Schema.decodeTo(
      Schema.Array(Schema.NullOr(Schema.Literals([...new Set(kinds.flatMap(meaningsOf))]))).annotate({
        description:
          "What the columns of the file mean, by position, whatever their headers say: names separated by commas, nothing for one that is not used. `fullName` is split into first and last name",
      }),
      {
        decode: SchemaGetter.transform((text: string): ReadonlyArray<ColumnMeaning | null> =>
          // Any text may come; the array tells what is none of the names.
          text.split(",").map((name) => (name === "" ? null : (name as ColumnMeaning))),
        ),
        encode: SchemaGetter.transform((meanings: ReadonlyArray<string | null>) =>
          meanings.map((meaning) => meaning ?? "").join(","),
        ),
      },
    ),
  )
