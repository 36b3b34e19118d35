import { createReadStream } from "node:fs"
import { defaultLimits } from "@muster/sheet/SheetLimits"
import { readSheet } from "@muster/sheet/readSheet"
import { parse } from "csv-parse"
import { Effect, Stream } from "effect"
import Papa from "papaparse"
import { inferSchema, initParser, type Parser } from "udsv"
import { fileColumns } from "./writePeopleFile.ts"

type Rows = ReadonlyArray<ReadonlyArray<string>>

/** Reads a CSV file as a stream and tells of its rows below the header: how many, and if asked their cells as text. */
export type ReadFile = (path: string, onRows: (count: number, cells: () => Rows) => void) => Promise<void>

const known: ReadonlyArray<string> = fileColumns

/** Muster's reader with all that it finds out, as an import has it. */
const muster: ReadFile = (path, onRows) =>
  Effect.gen(function* () {
    const bytes = Stream.fromAsyncIterable(
      createReadStream(path) as AsyncIterable<Uint8Array>,
      (error) => error,
    )
    const sheet = yield* readSheet(bytes, {
      recognise: (header) => header.filter((cell) => known.includes(cell)).length,
      limits: { ...defaultLimits, maxRows: Infinity, maxBytes: Infinity },
    })
    yield* Stream.runForEachArray(sheet.rows, (rows) =>
      Effect.sync(() => onRows(rows.length, () => rows.map(({ cells }) => cells))),
    )
  }).pipe(Effect.scoped, Effect.runPromise)

const papaParse: ReadFile = (path, onRows) =>
  new Promise((resolve, reject) => {
    let isFirst = true
    Papa.parse<ReadonlyArray<string>>(createReadStream(path, "utf8"), {
      delimiter: ",",
      skipEmptyLines: true,
      chunk: ({ data }) => {
        const rows = isFirst ? data.slice(1) : data
        onRows(rows.length, () => rows)
        isFirst = false
      },
      complete: () => resolve(),
      error: reject,
    })
  })

const csvParse: ReadFile = async (path, onRows) => {
  const rows = createReadStream(path).pipe(parse({ from: 2 }))
  for await (const row of rows) onRows(1, () => [row as ReadonlyArray<string>])
}

// The first function that takes rows is called for all chunks.
const uDsv: ReadFile = async (path, onRows) => {
  let parser: Parser | null = null
  let rows: Array<ReadonlyArray<string>> = []
  const handOn = () => {
    const some = rows
    rows = []
    onRows(some.length, () => some)
  }
  for await (const text of createReadStream(path, "utf8") as AsyncIterable<string>) {
    parser ??= initParser(inferSchema(text))
    parser.chunk<Array<string>>(text, parser.stringArrs, (row) => void rows.push(row))
    handOn()
  }
  parser?.end()
  handOn()
}

/** Each by its name: ours, and those that it is measured with. */
export const csvReaders: Readonly<Record<string, ReadFile>> = {
  Muster: muster,
  uDSV: uDsv,
  PapaParse: papaParse,
  "csv-parse": csvParse,
}
