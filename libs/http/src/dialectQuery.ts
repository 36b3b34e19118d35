import { dialectFields, type DialectChoice, type FileDialect } from "@muster/domain/rows/FileDialect"
import type { Delimiter, Dialect, DialectOptions } from "@muster/sheet/Sheet"
import { Schema, SchemaGetter } from "effect"
import { rowNumber } from "./paging.ts"

const signs = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" } as const satisfies Record<
  string,
  Delimiter
>

const otherwise = "; found out where absent"

/** How a file of text is to be read, in the query of a call that takes one. */
export const dialectQuery = {
  delimiter: Schema.optionalKey(
    dialectFields.delimiter.annotate({ description: `What separates the cells of a CSV file${otherwise}` }),
  ),
  quote: Schema.optionalKey(
    dialectFields.quote.annotate({
      description: `The quotes around cells of a CSV file; with \`none\`, quotes are text${otherwise}`,
    }),
  ),
  backslash: Schema.optionalKey(
    Schema.Literals(["true", "false"])
      .pipe(
        Schema.decodeTo(Schema.Boolean, {
          decode: SchemaGetter.transform((text) => text === "true"),
          encode: SchemaGetter.transform((is) => (is ? ("true" as const) : ("false" as const))),
        }),
      )
      .annotate({ description: `Whether a backslash stands before a quote within quotes${otherwise}` }),
  ),
  encoding: Schema.optionalKey(
    dialectFields.encoding.annotate({ description: `The encoding of a CSV file${otherwise}` }),
  ),
  headerRow: Schema.optionalKey(
    rowNumber.annotate({
      description: `The row of a CSV file that is its header, as a spreadsheet shows it${otherwise}`,
    }),
  ),
}

/** As the reader takes it. */
export const dialectOptions = ({ delimiter, ...rest }: DialectChoice): DialectOptions => ({
  ...rest,
  delimiter: delimiter && signs[delimiter],
})

/** As it is answered. */
export const answeredDialect = ({ format: _, delimiter, ...rest }: Dialect): FileDialect => ({
  ...rest,
  delimiter: delimiters.find((name) => signs[name] === delimiter) ?? "comma",
})

const delimiters = ["comma", "semicolon", "tab", "pipe"] as const
